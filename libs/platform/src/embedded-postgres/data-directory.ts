import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolders } from '../config/data-folder';
import { binariesIn, makeLibraryLinks, type PostgresBinaries } from './binaries';
import { EmbeddedPostgresError } from './errors';
import { canReach, type Privileges } from './privileges';
import { postgresProcessesOf, signal, waitUntil } from './processes';

/** An absolute path without symbolic links, its parents made (0755, so that PostgreSQL's user can pass). */
export function prepareParent(dataDir: string): string {
  const wanted = resolve(dataDir);
  makeFolders(dirname(wanted));
  return join(realpathSync(dirname(wanted)), basename(wanted));
}

/** Where programs and data really are, after moving what PostgreSQL's user could not reach. */
export interface Placement {
  readonly binaries: PostgresBinaries;
  readonly dataDir: string;
}

/**
 * Leaves everything where it is when PostgreSQL's user can get there. Else (a project inside a home directory of
 * mode 0700, no user namespaces) the programs are copied and the data kept below `systemDir`.
 */
export function place(
  privileges: Privileges,
  binaries: PostgresBinaries,
  dataDir: string,
  systemDir: string,
): Placement {
  const programs = canReach(privileges, join(binaries.native, 'bin'))
    ? binaries
    : copyPrograms(binaries, systemDir);
  if (canReach(privileges, dirname(dataDir))) return { binaries: programs, dataDir };
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return { binaries: programs, dataDir: prepareParent(join(systemDir, 'data', name)) };
}

/** Copies native/ (60 MB) once per package version; complete or not at all, for two may start at once. */
function copyPrograms(binaries: PostgresBinaries, systemDir: string): PostgresBinaries {
  const manifest = readFileSync(join(dirname(binaries.native), 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const home = join(systemDir, `postgresql-${version}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}.new`;
    makeFolders(unfinished);
    cpSync(binaries.native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, home);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  const native = join(home, 'native');
  makeLibraryLinks(native);
  return binariesIn(native);
}

/** What initdb needs to know. */
export interface InitOptions {
  readonly placement: Placement;
  readonly privileges: Privileges;
  readonly superuser: string;
  /** False leaves out the fsync of the new files: for throw-away databases only. */
  readonly durable: boolean;
}

/**
 * Makes the data directory when there is none, in `<dataDir>.new` and with one rename at the end, so that a crash
 * in between leaves no half-made directory that looks like a whole one.
 * @returns true when it was made now
 * @throws EmbeddedPostgresError DATA_DIRECTORY_FOREIGN, DATA_DIRECTORY_VERSION or INIT_FAILED; existing files stay
 */
export async function ensureDataDirectory(options: InitOptions): Promise<boolean> {
  const { dataDir, binaries } = options.placement;
  const unfinished = `${dataDir}.new`;
  await stopProcessesOf(unfinished);
  rmSync(unfinished, { recursive: true, force: true });
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    refuseOtherVersion(dataDir, binaries);
    giveTo(dataDir, options.privileges);
    return false;
  }
  refuseForeign(dataDir);
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished, options.privileges);
  await initialise(unfinished, options);
  renameSync(unfinished, dataDir);
  syncDirectory(dirname(dataDir));
  return true;
}

async function stopProcessesOf(dataDir: string): Promise<void> {
  for (const pid of postgresProcessesOf(dataDir)) signal(pid, 'SIGKILL');
  await waitUntil(() => postgresProcessesOf(dataDir).length === 0, 5_000);
}

function refuseForeign(dataDir: string): void {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
  throw new EmbeddedPostgresError(
    'DATA_DIRECTORY_FOREIGN',
    `目录 ${dataDir} 不为空，但不是 PostgreSQL 数据目录。为免误删文件，未作任何改动；请移走其中的文件或另设数据目录。`,
    'The data directory is not empty and not a PostgreSQL data directory. Nothing was changed: move its files away or choose another directory.',
  );
}

function refuseOtherVersion(dataDir: string, binaries: PostgresBinaries): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const catalog = readFileSync(join(binaries.native, 'share', 'postgresql', 'postgres.bki'), 'utf8');
  const expected = /^# PostgreSQL (\d+)/.exec(catalog)?.[1];
  if (expected === undefined || found === expected) return;
  throw new EmbeddedPostgresError(
    'DATA_DIRECTORY_VERSION',
    `数据目录 ${dataDir} 由 PostgreSQL ${found} 建立，当前程序为 ${expected}，不能直接打开。请按升级手册先导出再导入。`,
    `The data directory was made by PostgreSQL ${found}, the programs are ${expected}. Follow the upgrade runbook (dump, then restore).`,
  );
}

/** Hands the files to PostgreSQL's user, when another way of running (as root before, say) left them to another one. */
function giveTo(directory: string, { owner }: Privileges): void {
  if (!owner) return;
  if (statSync(directory).uid === owner.uid) return;
  chownSync(directory, owner.uid, owner.gid);
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(directory, entry), owner.uid, owner.gid);
  }
}

async function initialise(directory: string, options: InitOptions): Promise<void> {
  const args = ['-D', directory, '-U', options.superuser, '-E', 'UTF8', '--locale=C.UTF-8'];
  args.push('--auth-local=trust', '--auth-host=reject', '--no-instructions');
  if (!options.durable) args.push('--no-sync');
  const wrapped = options.privileges.wrap(options.placement.binaries.initdb, args);
  const output: Buffer[] = [];
  const code = await new Promise<number | null>((done, fail) => {
    const child = spawn(wrapped.program, wrapped.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: dirname(directory),
      detached: true,
      ...wrapped.options,
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', fail);
    child.once('close', done);
  });
  if (code === 0) return;
  const said = Buffer.concat(output).toString('utf8').trim();
  throw new EmbeddedPostgresError(
    'INIT_FAILED',
    `建立数据库目录失败：${directory}`,
    `initdb ended with ${String(code)}:\n${said}`,
  );
}

function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
