import 'reflect-metadata';
import { createHttpApp, createLogger, explainStart, loadConfig } from '@zhaoguan/platform';
import { ApiModule } from './api.module';
import { serveConsole } from './console/serve-console';
import { openKeys } from './open-keys';
import { serveOpenApi } from './openapi';

/** The HTTP process of the production shape. Needs DATABASE_URL; migrations are run by `migrate`. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const app = await createHttpApp(
    ApiModule.forRoot({ config, secrets: await openKeys(config), logger }),
    logger,
  );
  serveOpenApi(app);
  await serveConsole(app);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  logger.info({ port: config.port }, 'api is listening');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exitCode = 1;
});
