import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors';
import type { Privileges } from './privileges';
import { isAlive, postgresProcessesOf, signal, waitUntil } from './processes';
import type { Placement } from './data-directory';

/** The number in the name of the socket; nothing listens on any network port. */
export const SOCKET_PORT = 5432;

const SOCKET_PREFIX = 'zhaoguan-pg-';
/** The kernel's limit is 107 bytes; a little is left for tools that append to it. */
const SOCKET_PATH_LIMIT = 100;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** A directory for the socket: the data directory itself (0700), or a new one where its path is too long. */
export function chooseSocketDirectory(dataDir: string, { owner }: Privileges): string {
  if (Buffer.byteLength(socketIn(dataDir)) <= SOCKET_PATH_LIMIT) return dataDir;
  const base = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp';
  const made = mkdtempSync(join(base, SOCKET_PREFIX));
  if (owner) chownSync(made, owner.uid, owner.gid);
  return made;
}

/** Removes a socket directory made by {@link chooseSocketDirectory}; never a data directory. */
export function removeSocketDirectory(directory: string): void {
  if (basename(directory).startsWith(SOCKET_PREFIX)) rmSync(directory, { recursive: true, force: true });
}

function socketIn(directory: string): string {
  return join(directory, `.s.PGSQL.${SOCKET_PORT}`);
}

/**
 * Ends what a killed predecessor left: its server if that still runs, then its pid file and socket. Only called by
 * the holder of the lock. The pid file goes last and only when no process works in the directory any more: until
 * then it is PostgreSQL's own protection against two servers on the same files.
 * @returns what was found
 */
export async function clearRemains(dataDir: string): Promise<'nothing' | 'stale-files' | 'orphan'> {
  const [server] = postgresProcessesOf(dataDir);
  if (server !== undefined) await stopOrphan(dataDir, server);
  const pidFile = join(dataDir, 'postmaster.pid');
  const leftByCrash = existsSync(pidFile);
  if (leftByCrash) {
    // Line 5 names the directory of the socket.
    const socketDir = readFileSync(pidFile, 'utf8').split('\n')[4]?.trim() || dataDir;
    removeSocketFiles(socketDir);
    removeSocketDirectory(socketDir);
    rmSync(pidFile, { force: true });
  }
  removeSocketFiles(dataDir);
  if (server !== undefined) return 'orphan';
  return leftByCrash ? 'stale-files' : 'nothing';
}

async function stopOrphan(dataDir: string, server: number): Promise<void> {
  signal(server, 'SIGINT');
  if (await waitUntil(() => postgresProcessesOf(dataDir).length === 0, 15_000)) return;
  for (const pid of postgresProcessesOf(dataDir)) signal(pid, 'SIGQUIT');
  if (await waitUntil(() => postgresProcessesOf(dataDir).length === 0, 10_000)) return;
  throw new EmbeddedPostgresError(
    'STOP_FAILED',
    `上次遗留的数据库进程 ${server} 无法停止，请手工结束后重试。`,
    `The database process ${server} of a former run does not stop; end it by hand and try again.`,
  );
}

function removeSocketFiles(directory: string): void {
  rmSync(socketIn(directory), { force: true });
  rmSync(`${socketIn(directory)}.lock`, { force: true });
}

/** Starts `postgres` on the unix socket only, in a session of its own: Ctrl-C must not reach it before the pools are closed. */
export function spawnServer(
  placement: Placement,
  privileges: Privileges,
  socketDir: string,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const args = [
    '-D',
    placement.dataDir,
    '-k',
    socketDir,
    '-p',
    String(SOCKET_PORT),
    '-c',
    'listen_addresses=',
  ];
  for (const [name, value] of Object.entries({ ...DEFAULT_SETTINGS, ...settings }))
    args.push('-c', `${name}=${value}`);
  const { program, args: all, options } = privileges.wrap(placement.binaries.postgres, args);
  // A file and not a pipe: a reader that is busy or killed must never block the server.
  const log = openLog(logFileOf(placement.dataDir));
  try {
    return spawn(program, all, {
      stdio: ['ignore', log, log],
      cwd: dirname(placement.dataDir),
      detached: true,
      ...options,
    });
  } finally {
    closeSync(log);
  }
}

/** Terse and without the statement: what citizens typed does not belong in a log file. */
const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

function logFileOf(dataDir: string): string {
  return `${dataDir}.log`;
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** The last lines of the server's log, for an error message. */
export function logTail(dataDir: string): string {
  const path = logFileOf(dataDir);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '';
}

/** Fast shutdown (rolls back what is open), then an immediate one for a server that does not obey. */
export async function stopServer(child: ChildProcess, dataDir: string): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  // The process may end only when the database has.
  child.ref();
  const gone = () =>
    (child.exitCode !== null || child.signalCode !== null || !isAlive(pid)) && isEmpty(dataDir);
  if (!gone()) signal(pid, 'SIGINT');
  if (await waitUntil(gone, 30_000)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntil(gone, 10_000)) return;
  throw new EmbeddedPostgresError(
    'STOP_FAILED',
    `数据库进程 ${pid} 未能停止。`,
    `The database process ${pid} did not stop.`,
  );
}

function isEmpty(dataDir: string): boolean {
  return postgresProcessesOf(dataDir).length === 0;
}
