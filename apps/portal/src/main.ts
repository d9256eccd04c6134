import 'reflect-metadata';
import { createHttpApp, createLogger, explainStart, loadConfig } from '@zhaoguan/platform';
import { PortalProcessModule } from './portal-process.module';

/** The public site of the production shape. Needs DATABASE_PUBLIC_URL (or DATABASE_URL); reads what is published, writes nothing. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const app = await createHttpApp(PortalProcessModule.forRoot({ config, logger }), logger);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  logger.info({ port: config.port }, 'portal is listening');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exitCode = 1;
});
