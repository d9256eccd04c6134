import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../libs/platform/src/embedded-postgres';
import { isAlive, postgresProcessesOf, waitUntil } from '../../libs/platform/src/embedded-postgres/processes';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

let home: string;
let running: EmbeddedPostgres[];
let owners: ChildProcess[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zg-fault-'));
  chmodSync(home, 0o755);
  running = [];
  owners = [];
});

afterEach(async () => {
  for (const owner of owners) owner.kill('SIGKILL');
  for (const database of running) await database.stop();
  await waitUntil(() => postgresProcessesOf(join(home, 'pg')).length === 0, 10_000);
  rmSync(home, { recursive: true, force: true });
});

async function start(more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({
    dataDir: join(home, 'pg'),
    database: 'zhaoguan',
    superuser: 'zhaoguan',
    log: () => undefined,
    ...more,
  });
  running.push(database);
  return database;
}

async function startOwner(): Promise<{ owner: ChildProcess; pid: number; url: string }> {
  const support = join(__dirname, 'support');
  const args = [
    '-r',
    join(support, 'typescript-hook.cjs'),
    join(support, 'database-owner.ts'),
    join(home, 'pg'),
  ];
  const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  owners.push(owner);
  for await (const line of createInterface({ input: owner.stdout })) {
    return { owner, ...(JSON.parse(line) as { pid: number; url: string }) };
  }
  throw new Error('the owner ended before it had a database');
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

async function keepRow(url: string): Promise<void> {
  await query(url, `create table kept (name text); insert into kept values ('照管')`);
}

async function expectRow(url: string): Promise<void> {
  expect(await query(url, 'select name from kept')).toEqual([{ name: '照管' }]);
}

describe('embedded PostgreSQL', () => {
  it('keeps what was committed over an orderly stop, and opens no network port', async () => {
    const first = await start();
    await keepRow(first.url);
    expect(await query(first.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    await expectRow((await start()).url);
  });

  it('sorts and lowers Chinese text by UTF-8, as substring search needs', async () => {
    const { url } = await start();
    expect(
      await query(url, `select datcollate, datctype from pg_database where datname = 'zhaoguan'`),
    ).toEqual([{ datcollate: 'C.UTF-8', datctype: 'C.UTF-8' }]);
  });

  it('starts again with its rows after the server was killed', async () => {
    const first = await start();
    await keepRow(first.url);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await first.stop();
    await expectRow((await start()).url);
  });

  it('leaves no orphan when the process that owns it is killed', async () => {
    const { owner, pid, url } = await startOwner();
    await keepRow(url);
    owner.kill('SIGKILL');
    expect(await waitUntil(() => postgresProcessesOf(join(home, 'pg')).length === 0, 10_000)).toBe(true);
    // One that is ending has no command line any more, by which it was found, a moment before it is gone.
    expect(await waitUntil(() => !isAlive(pid), 10_000)).toBe(true);
    await expectRow((await start()).url);
  });

  it('starts after owner and server were killed together, with stale pid file, socket and lock', async () => {
    const { owner, pid, url } = await startOwner();
    await keepRow(url);
    process.kill(pid, 'SIGSTOP');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    process.kill(pid, 'SIGKILL');
    expect(await waitUntil(() => !isAlive(pid), 5_000)).toBe(true);
    expect(existsSync(join(home, 'pg', 'postmaster.pid'))).toBe(true);
    expect(existsSync(join(home, 'pg.lock'))).toBe(true);
    await expectRow((await start()).url);
  });

  it('starts although the stale pid file names a process that lives but is another one', async () => {
    const first = await start();
    await keepRow(first.url);
    const pidFile = join(home, 'pg', 'postmaster.pid');
    const content = readFileSync(pidFile, 'utf8');
    await first.stop();
    writeFileSync(pidFile, content.replace(/^\d+/, String(process.pid)));
    writeFileSync(join(home, 'pg.lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }));
    await expectRow((await start()).url);
  });

  it('stops an orphan that outlived its owner and takes its data over', async () => {
    const { owner, pid, url } = await startOwner();
    await keepRow(url);
    process.kill(pid, 'SIGSTOP');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const told: string[] = [];
    const again = start({ log: (line) => told.push(line) });
    // As if the order to stop on the parent's death had never come: the server runs on when the new owner looks.
    process.kill(pid, 'SIGCONT');
    await expectRow((await again).url);
    expect(isAlive(pid)).toBe(false);
    expect(told).toEqual(['已停止上次异常退出后遗留的数据库进程']);
  });

  it('refuses a second start on the same data directory and leaves the first alone', async () => {
    const { url, pid } = await startOwner();
    await keepRow(url);
    await expect(start()).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_IN_USE',
      message: expect.stringMatching(/正被另一个照管实例使用[\s\S]*in use/) as string,
    });
    expect(isAlive(pid)).toBe(true);
    await expectRow(url);
  });

  it('refuses a second start from the same process as well', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIRECTORY_IN_USE' });
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets exactly one of several simultaneous starts have the data directory', async () => {
    writeFileSync(join(home, 'pg.lock'), JSON.stringify({ pid: 2 ** 22 - 1, startedAt: '1' }));
    const results = await Promise.allSettled([start(), start(), start(), start()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'DATA_DIRECTORY_IN_USE' });
    }
  });

  it('begins anew when a crash had left a half-made data directory', async () => {
    mkdirSync(join(home, 'pg.new', 'global'), { recursive: true });
    writeFileSync(join(home, 'pg.new', 'PG_VERSION'), '18\n');
    const database = await start();
    expect(existsSync(join(home, 'pg.new'))).toBe(false);
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('touches nothing in a directory that is not its own', async () => {
    mkdirSync(join(home, 'pg'));
    writeFileSync(join(home, 'pg', '台账.txt'), '勿删');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIRECTORY_FOREIGN' });
    expect(readFileSync(join(home, 'pg', '台账.txt'), 'utf8')).toBe('勿删');
    expect(existsSync(join(home, 'pg.lock'))).toBe(false);
  });

  it('says which version made the data when the programs are newer', async () => {
    await (await start()).stop();
    writeFileSync(join(home, 'pg', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIRECTORY_VERSION' });
  });

  it('puts the socket elsewhere when the path is too long for one', async () => {
    const deep = join(home, '民政局'.repeat(6), '托育'.repeat(12));
    const database = await start({ dataDir: join(deep, 'pg') });
    expect(Buffer.byteLength(database.socketDir)).toBeLessThan(100);
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
    expect(existsSync(database.socketDir)).toBe(false);
  });

  it('reports why the server would not start, and leaves the directory free', async () => {
    await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining('shared_buffers') as string,
    });
    expect((await start()).pid).toBeGreaterThan(0);
  });

  it('runs as an ordinary user where the kernel refuses user namespaces, and changes back', async () => {
    const switched = await start({ allowUserNamespaces: false });
    expect(switched.privilegeMode).toBe('switch-user');
    expect(statSync(`/proc/${switched.pid}`).uid).toBe(65_534);
    await keepRow(switched.url);
    await switched.stop();
    await expectRow((await start()).url);
  });

  it('moves programs and data when a home directory of mode 0700 is in the way', async () => {
    const closed = join(home, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const systemDir = join(home, 'system');
    const options = { dataDir: join(closed, 'pg'), allowUserNamespaces: false, systemDir };
    const first = await start(options);
    // Only a change of user makes moving necessary.
    expect(first.dataDir.startsWith(asRoot ? systemDir : closed)).toBe(true);
    await keepRow(first.url);
    await first.stop();
    await expectRow((await start(options)).url);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });
});
