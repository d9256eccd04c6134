import 'reflect-metadata';
import { createServer } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  APP_DATABASE,
  createLogger,
  explainStart,
  keysFit,
  loadConfig,
  NestLogger,
  QueueService,
  type RowReader,
  type Secrets,
} from '@zhaoguan/platform';
import { openKeys } from '../../api/src/open-keys';
import { SystemModule } from '../../api/src/system.module';
import { startWorker } from './worker';

/** The process of the production shape that does the jobs; it speaks HTTP for health only. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const secrets = await openKeys(config);
  const app = await NestFactory.createApplicationContext(SystemModule.forRoot({ config, secrets, logger }), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await startWorker(app);
  const health = createServer((request, response) => {
    const ready = request.url === '/readyz' ? isReady(app, secrets) : Promise.resolve(true);
    ready
      .catch(() => false)
      .then((ok) =>
        response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' }).end(`{"ok":${ok}}`),
      )
      .catch((error: unknown) => logger.error({ err: error }, 'health answer failed'));
  });
  health.listen(config.port, config.host);
  app.enableShutdownHooks();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => health.close());
  logger.info({ port: config.port }, 'worker is running');
}

async function isReady(app: INestApplicationContext, secrets: Secrets): Promise<boolean> {
  return (await keysFit(app.get<RowReader>(APP_DATABASE), secrets)) && (await app.get(QueueService).ping());
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exitCode = 1;
});
