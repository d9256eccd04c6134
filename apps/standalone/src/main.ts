import 'reflect-metadata';
import { join } from 'node:path';
import {
  assertRedisAnswers,
  createHttpApp,
  createLogger,
  explainStart,
  loadConfig,
  migrate,
  openDatabase,
  prepareDataFolder,
  projectRoot,
  StartError,
} from '@zhaoguan/platform';
import { MIGRATIONS } from '../../../migrations';
import { ApiModule } from '../../api/src/api.module';
import { openKeys } from '../../api/src/open-keys';
import { serveConsole } from '../../api/src/console/serve-console';
import { serveOpenApi } from '../../api/src/openapi';
import { ROLE_LABELS } from '@zhaoguan/contracts';
import { accountsFile, type DemoAccount } from '../../cli/src/demo/accounts';
import { assertNoDemoLeft } from '../../cli/src/demo/demo-left';
import { tellRegistration } from '../../cli/src/demo/registration/tell-registration';
import { demoRows } from '../../cli/src/demo/registration/demo-rows';
import { seedDemo } from '../../cli/src/demo/seed-demo';
import { startWorker } from '../../worker/src/worker';
import { assertPortFree } from './port';
import { alreadyRunning, findRunning, noteRunning } from './running';

/** Longer than any request may take. */
const STOP_WITHIN_MS = 20_000;

/** What `npm start` runs: the whole system in one process on one port, with a PostgreSQL of its own unless one is named. */
async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const settings = loadConfig();
  const logger = createLogger(settings.logLevel);
  prepareDataFolder(settings.dataDir);
  assertNoDemoLeft(settings);
  await assertPortFree(settings.port, settings.host).catch((error: unknown) => {
    const running = findRunning(settings.dataDir);
    throw running?.port === settings.port ? new StartError(alreadyRunning(running, settings.dataDir)) : error;
  });
  if (settings.redisUrl !== undefined) await assertRedisAnswers(settings.redisUrl);
  if (settings.databaseUrl === undefined) say('正在启动内置数据库 ……');
  const database = await openDatabase(settings, (line) => logger.info(line));
  if (database.sharedWithAnother) throw new StartError(inUse(settings.dataDir));
  const config = { ...settings, databaseUrl: database.url };
  say('正在准备数据库 ……');
  await migrate({
    url: database.url,
    migrations: MIGRATIONS,
    referenceFolder: join(projectRoot(), 'seeds', 'reference'),
    addedRows: config.demo ? demoRows(config.dataDir) : {},
    log: say,
  });
  const secrets = await openKeys(config).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const options = { config, secrets, logger };
  if (config.demo) await tellRegistration(options, say);
  say('正在启动服务 ……');
  const app = await createHttpApp(ApiModule.forRoot(options), logger);
  serveOpenApi(app);
  await serveConsole(app);
  await startWorker(app);
  const accounts = config.demo ? await seedDemo(app, config.dataDir) : [];
  await app.listen(config.port, config.host);
  const forgetRunning = noteRunning(config.dataDir, config.port);
  printAddresses(config.port, say);
  printAccounts(accounts, accountsFile(config.dataDir), say);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('正在停止 ……');
    // A job under way may take longer than whoever stops us waits; the next start does it again.
    setTimeout(() => {
      process.stderr.write('未能在 20 秒内正常停止，已强制结束；下次启动会自动恢复。\n');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    await app.close();
    await database.close();
    forgetRunning();
    say('已停止。');
  };
  // Without its database the system can only refuse; whoever supervises this process starts it anew, and that recovers.
  void database.exited?.then(() => {
    if (stopping) return;
    process.stderr.write('内置数据库意外停止，服务随之停止。请重新运行 npm start，系统会自动恢复。\n');
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
}

function inUse(dataDir: string): string {
  const running = findRunning(dataDir);
  if (running) return alreadyRunning(running, dataDir);
  return `数据目录 ${dataDir} 正由另一个程序使用（多半是另一个 npm start）。请先停止它，或用 DATA_DIR 另选目录。`;
}

function printAddresses(port: number, say: (line: string) => void): void {
  say('');
  say('照管已启动（Zhaoguan is running）');
  say(`  公众网站      http://localhost:${port}/`);
  say(`  工作台        http://localhost:${port}/console/`);
  say(`  接口          http://localhost:${port}/api/v1`);
  say(`  接口文档      http://localhost:${port}/api/docs`);
}

function printAccounts(accounts: readonly DemoAccount[], file: string, say: (line: string) => void): void {
  if (accounts.length === 0) return;
  say('');
  say(`演示账号（保存在 ${file}，数据均为虚构）`);
  for (const { role, username, password, districts } of accounts) {
    say(`  ${username.padEnd(16)} ${password.padEnd(20)} ${ROLE_LABELS[role]} ${districts.join('、')}`);
  }
  say('');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
