import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UnreadableFile } from './folder-fault';
import type { FoundFile, PartnerFolder } from './partner-folder';

/** More than any file that is read: what is cut off here is refused for its size there. */
const MOST_BYTES = 65 * 1024 * 1024;

/**
 * Lets a file of a partner be read at leisure, from a copy that nobody else can change. It names people, so the copy lies on our disk only
 * meanwhile. What we may not read has no copy.
 * @returns nothing when it is not the file any more that was found
 */
export async function withSnapshot<T>(
  disk: PartnerFolder,
  found: FoundFile,
  read: (path: string | null) => Promise<T>,
): Promise<{ readonly result: T } | undefined> {
  const file = await disk.read('in', found.name).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return null;
    throw error;
  });
  if (file === null) return { result: await read(null) };
  if (!file) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'zhaoguan-exchange-'));
  try {
    const path = join(folder, 'cases.csv');
    await pipeline(file.createReadStream({ end: MOST_BYTES }), createWriteStream(path, { mode: 0o600 }));
    if ((await disk.markOf(found.name)) !== found.mark) return undefined;
    return { result: await read(path) };
  } finally {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  }
}
