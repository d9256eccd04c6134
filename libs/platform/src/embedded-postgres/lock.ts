import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { EmbeddedPostgresError } from './errors';
import { identify, isSameProcessAlive, type ProcessIdentity } from './processes';

/**
 * The right to start and stop the server of one data directory. Without it a second `npm start` would take the
 * first one's server for an orphan and stop it.
 */
export interface DataDirectoryLock {
  release(): void;
}

const ATTEMPTS = 20;

/**
 * Takes `<dataDir>.lock`. A lock whose owner is dead is taken over; pids that were used again do not confuse it.
 * @throws EmbeddedPostgresError DATA_DIRECTORY_IN_USE while the owner lives, this process included
 */
export function lockDataDirectory(dataDir: string): DataDirectoryLock {
  const path = `${dataDir}.lock`;
  const mine = `${path}.${process.pid}.${randomUUID()}`;
  const content = JSON.stringify({ ...identify(process.pid), token: randomUUID() });
  writeFileSync(mine, content);
  try {
    // A link appears complete or not at all: nobody ever reads half a lock.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (tryLink(mine, path)) return { release: () => releaseIfOwn(path, content) };
      const found = readIfThere(path);
      if (found === undefined) continue;
      const owner = parseOwner(found);
      if (owner !== undefined && isSameProcessAlive(owner)) throw inUse(dataDir, owner.pid);
      moveAway(path, found);
    }
    throw inUse(dataDir, undefined);
  } finally {
    rmSync(mine, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Undefined for what is no lock of ours (cut off by a full disk, say): such a file has no living owner. */
function parseOwner(content: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(content) as Partial<ProcessIdentity>;
    if (typeof pid !== 'number') return undefined;
    return startedAt === undefined ? { pid } : { pid, startedAt };
  } catch {
    return undefined;
  }
}

/** Removes a dead owner's lock, and puts it back when somebody else had replaced it in the meantime. */
function moveAway(path: string, expected: string): void {
  const aside = `${path}.${process.pid}.${randomUUID()}.old`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== expected) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function releaseIfOwn(path: string, content: string): void {
  if (readIfThere(path) === content) rmSync(path, { force: true });
}

function inUse(dataDir: string, pid: number | undefined): EmbeddedPostgresError {
  const who = pid === undefined ? '' : `（进程 ${pid}）`;
  const whoEnglish = pid === undefined ? '' : ` by process ${pid}`;
  return new EmbeddedPostgresError(
    'DATA_DIRECTORY_IN_USE',
    `数据目录 ${dataDir} 正被另一个照管实例使用${who}。请先停止它，或为本实例另设数据目录。已在运行的实例未受影响。`,
    `The data directory is in use${whoEnglish}. Stop that instance first, or give this one another data directory. The running one was left alone.`,
  );
}
