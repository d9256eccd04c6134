import 'reflect-metadata';
import { createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import {
  createLogger,
  explainStart,
  loadConfig,
  loadSecrets,
  NestLogger,
  QueueService,
} from '@zhaoguan/platform';
import { SystemModule } from '../../api/src/system.module';
import { startWorker } from './worker';

/** The process of the production shape that does the jobs; it speaks HTTP for health only. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const app = await NestFactory.createApplicationContext(
    SystemModule.forRoot({ config, secrets: loadSecrets(config), logger }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  await startWorker(app);
  const health = createServer((request, response) => {
    const ready = request.url === '/readyz' ? app.get(QueueService).ping() : Promise.resolve(true);
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

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exitCode = 1;
});
