import { access, constants, mkdir } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { loadConfig, openDatabase, regimeWarnings, type AppConfig } from '@zhaoguan/platform';
import { Client } from 'pg';
import { lookAtKeys } from '../../../api/src/open-keys';
import { MIGRATIONS } from '../../../../migrations';
import type { Command, CommandIo } from '../command';
import { assertNoDemoLeft } from '../demo/demo-left';

interface Check {
  readonly name: string;
  /** What was found; what is in order and may not be meant (`look`). @throws with what is wrong */
  readonly run: () => Promise<string | { readonly look: readonly string[] }>;
}

/** Lowest PostgreSQL that the migrations were tried on. */
const MINIMUM_POSTGRES = 150_000;

/** `doctor`: says whether everything that the system needs is in place. Changes nothing. Exit code 1 when something is not. */
export const doctorCommand: Command = (_args, { stdout }) => diagnose(loadConfig(), stdout);

/** The same under a configuration that is given. @returns the exit code */
export async function diagnose(config: AppConfig, stdout: CommandIo['stdout']): Promise<number> {
  let bad = 0;
  for (const { name, run } of checksFor(config)) {
    try {
      const found = await run();
      if (typeof found === 'string') stdout.write(`✓ ${name}：${found}\n`);
      else for (const look of found.look) stdout.write(`! ${name}：请核对 ${look}\n`);
    } catch (error) {
      bad += 1;
      stdout.write(`✗ ${name}：${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return bad === 0 ? 0 : 1;
}

function checksFor(config: AppConfig): readonly Check[] {
  return [
    { name: 'Node.js', run: async () => process.versions.node },
    { name: '数据目录', run: () => dataDirectory(config) },
    { name: '演示', run: async () => demonstration(config) },
    { name: '数据库', run: () => database(config) },
    { name: '备案、许可', run: () => regimes(config) },
    { name: '密钥', run: () => keys(config) },
    { name: '队列', run: () => queue(config) },
  ];
}

async function dataDirectory({ dataDir }: AppConfig): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  await access(dataDir, constants.R_OK | constants.W_OK);
  return `${dataDir} 可读写`;
}

function demonstration(config: AppConfig): string {
  assertNoDemoLeft(config);
  return config.demo ? '演示系统，账号和数据均为虚构' : '没有演示账号和数据';
}

async function database(config: AppConfig): Promise<string> {
  const open = await openDatabase(config, () => undefined);
  const client = new Client({ connectionString: open.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    );
    const [version] = rows;
    if (Number(version?.server_version_num) < MINIMUM_POSTGRES)
      throw new Error('需要 PostgreSQL 15 或更高版本');
    const done = await client.query<{ count: string }>('select count(*) from public.migration');
    const missing = MIGRATIONS.length - Number(done.rows[0]?.count ?? 0);
    if (missing > 0) throw new Error(`还有 ${missing} 项迁移未执行，请运行 migrate`);
    return `PostgreSQL ${version?.server_version ?? ''}，迁移齐全`;
  } finally {
    await client.end();
    await open.close();
  }
}

async function regimes(config: AppConfig): Promise<string | { readonly look: readonly string[] }> {
  const open = await openDatabase(config, () => undefined);
  const client = new Client({ connectionString: open.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ loaded: boolean }>(
      `select to_regclass('reference.entry') is not null as loaded`,
    );
    if (rows[0]?.loaded !== true) return '还没有载入';
    const look = await regimeWarnings(client);
    return look.length > 0 ? { look } : '没有需要核对的';
  } finally {
    await client.end();
    await open.close();
  }
}

async function keys(config: AppConfig): Promise<string> {
  const open = await openDatabase(config, () => undefined);
  try {
    const secrets = await lookAtKeys({ ...config, databaseUrl: open.url });
    if (!secrets) return '还没有，首次启动时建立';
    return `${Object.keys(secrets).length} 项，与数据库相符`;
  } finally {
    await open.close();
  }
}

async function queue({ redisUrl }: AppConfig): Promise<string> {
  if (redisUrl === undefined) return '使用 PostgreSQL';
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  try {
    await redis.connect();
    const policy = await redis.config('GET', 'maxmemory-policy').catch(() => ['', '无法读取']);
    const [, value] = policy as [string, string];
    if (value !== 'noeviction' && value !== '无法读取') {
      throw new Error(`maxmemory-policy 为 ${value}，应为 noeviction，否则任务可能丢失`);
    }
    return 'Redis 有应答';
  } finally {
    redis.disconnect();
  }
}
