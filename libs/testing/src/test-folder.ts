import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
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
  const folder = mkdtempSync(join(parent, 'zhaoguan-test-'));
  // As open as the folder that it stands for: a server that runs as another user passes through it.
  chmodSync(folder, 0o1777);
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(IN_MEMORY) || process.availableMemory() < MEMORY_WANTED) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ROOM_WANTED;
}
