import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
const GIB = 2 ** 30;
/** All files of a tier at their most: databases of the workers, write-ahead log, profiles of browsers. */
const ROOM_WANTED = 4 * GIB;
/** With that room taken, as much is left for the programs themselves. */
const MEMORY_WANTED = 8 * GIB;

/**
 * A new folder for everything that the tests of a tier throw away again. A database of each test file's own is a thousand
 * files made and deleted, which takes a disk longer than the tests themselves: in memory where there is room for it,
 * otherwise (and where TMPDIR says so) among the temporary files.
 */
export function makeTestFolder(): string {
  const parent = process.env['TMPDIR'] === undefined && hasRoom() ? IN_MEMORY : tmpdir();
  if (parent === IN_MEMORY) clearRemains();
  const folder = mkdtempSync(join(parent, `zhaoguan-test-${process.pid}-`));
  // As open as the folder that it stands for: a server that runs as another user passes through it.
  chmodSync(folder, 0o1777);
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(IN_MEMORY) || process.availableMemory() < MEMORY_WANTED) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ROOM_WANTED;
}

/** What a run that was killed has left would hold its memory until the machine is started anew. */
function clearRemains(): void {
  for (const name of readdirSync(IN_MEMORY)) {
    const pid = /^zhaoguan-test-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(IN_MEMORY, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and somebody else’s: it is not ours to clear.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
