import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { locateBinaries } from './binaries';
import { ensureDataDirectory, place, prepareParent } from './data-directory';
import { EmbeddedPostgresError } from './errors';
import { lockDataDirectory } from './lock';
import { choosePrivileges, type PrivilegeMode } from './privileges';
import {
  SOCKET_PORT,
  chooseSocketDirectory,
  clearRemains,
  logTail,
  removeSocketDirectory,
  spawnServer,
  stopServer,
} from './server';

/** What the embedded database is to be. */
export interface EmbeddedPostgresOptions {
  /** Made when missing; beside it appear `<dataDir>.lock` and `<dataDir>.log`. */
  readonly dataDir: string;
  /** Made when missing. */
  readonly database: string;
  /** Fixed when the data directory is made. */
  readonly superuser: string;
  /** Told what happens, a line each. */
  readonly log: (line: string) => void;
  /** Server settings (`name: value`), for example `{ max_connections: '200' }`. With `fsync: 'off'` initdb does not sync either. */
  readonly settings?: Readonly<Record<string, string>>;
  /** False behaves as if the kernel refused user namespaces. */
  readonly allowUserNamespaces?: boolean;
  /** Where programs and data go when PostgreSQL's user cannot reach the project. */
  readonly systemDir?: string;
}

/** A running database. */
export interface EmbeddedPostgres {
  /** `postgres://user@localhost/database?host=<socketDir, percent-encoded>`, understood by pg, TypeORM and BullMQ. */
  readonly url: string;
  readonly socketDir: string;
  /** The number in the socket's name; no network port is opened. */
  readonly port: number;
  /** Process id of the server. */
  readonly pid: number;
  /** Where the data really are: elsewhere than asked when PostgreSQL's user could not get there. */
  readonly dataDir: string;
  readonly privilegeMode: PrivilegeMode;
  /** Settles when the server has ended, whoever ended it. */
  readonly exited: Promise<void>;
  /** Close the pools first. May be called again. */
  stop(): Promise<void>;
}

const DEFAULT_SYSTEM_DIR = '/var/lib/zhaoguan';
const READY_WITHIN_MS = 60_000;

/**
 * Starts PostgreSQL from the npm package on a unix socket. Recovers by itself from every way of being killed;
 * the server stops when this process is killed.
 * @throws EmbeddedPostgresError, with DATA_DIRECTORY_IN_USE when another living process owns the data directory
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const privileges = choosePrivileges(options.allowUserNamespaces ?? true);
  const wanted = prepareParent(options.dataDir);
  const placement = place(privileges, locateBinaries(), wanted, options.systemDir ?? DEFAULT_SYSTEM_DIR);
  const { dataDir } = placement;
  if (dataDir !== wanted) options.log(`数据库用户无法进入 ${wanted}，数据改存于 ${dataDir}`);
  const lock = lockDataDirectory(dataDir);
  let running: { child: ChildProcess; socketDir: string } | undefined;
  try {
    tellRemains(await clearRemains(dataDir), options.log);
    const { superuser, settings = {} } = options;
    const durable = settings['fsync'] !== 'off';
    if (await ensureDataDirectory({ placement, privileges, superuser, durable }))
      options.log(`已新建数据库目录 ${dataDir}`);
    const socketDir = chooseSocketDirectory(dataDir, privileges);
    const child = spawnServer(placement, privileges, socketDir, settings);
    running = { child, socketDir };
    const exited = watchExit(child);
    await untilReady(child, socketDir, dataDir, superuser);
    await ensureDatabase(socketDir, superuser, options.database);
    child.unref();
    const { pid } = child;
    if (pid === undefined) throw startFailed(dataDir);
    let stopping: Promise<void> | undefined;
    const shutDown = async (): Promise<void> => {
      await stopServer(child, dataDir);
      removeSocketDirectory(socketDir);
      lock.release();
    };
    return {
      url: urlOf(socketDir, superuser, options.database),
      socketDir,
      port: SOCKET_PORT,
      pid,
      dataDir,
      privilegeMode: privileges.mode,
      exited,
      stop: () => (stopping ??= shutDown()),
    };
  } catch (error) {
    if (running) {
      await stopServer(running.child, dataDir);
      removeSocketDirectory(running.socketDir);
    }
    lock.release();
    throw error;
  }
}

function tellRemains(found: 'nothing' | 'stale-files' | 'orphan', log: (line: string) => void): void {
  if (found === 'orphan') log('已停止上次异常退出后遗留的数据库进程');
  if (found === 'stale-files') log('已清理上次异常退出后遗留的数据库锁文件');
}

function watchExit(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // The program could not be started at all; untilReady sees that there is no pid.
    child.once('error', () => resolve());
  });
}

async function untilReady(
  child: ChildProcess,
  socketDir: string,
  dataDir: string,
  user: string,
): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
      throw startFailed(dataDir);
    try {
      await withClient(socketDir, user, 'postgres', async () => undefined);
      return;
    } catch (error) {
      if (!isNotYet(error) || performance.now() > end) throw startFailed(dataDir, error);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** No socket yet, nobody behind it yet, or "the database system is starting up" (57P03). */
function isNotYet(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03';
}

function startFailed(dataDir: string, cause?: unknown): EmbeddedPostgresError {
  const error = new EmbeddedPostgresError(
    'START_FAILED',
    `内置数据库未能启动，日志见 ${dataDir}.log`,
    `The embedded database did not start. Last lines of its log:\n${logTail(dataDir)}`,
  );
  if (cause !== undefined) error.cause = cause;
  return error;
}

async function ensureDatabase(socketDir: string, user: string, database: string): Promise<void> {
  await withClient(socketDir, user, 'postgres', async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
}

async function withClient(
  socketDir: string,
  user: string,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ host: socketDir, port: SOCKET_PORT, user, database, ssl: false });
  // Between two queries a connection error is an event; the next query then fails and tells.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(socketDir: string, user: string, database: string): string {
  const [userPart, databasePart] = [encodeURIComponent(user), encodeURIComponent(database)];
  return `postgres://${userPart}@localhost/${databasePart}?host=${encodeURIComponent(socketDir)}`;
}
