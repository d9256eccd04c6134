import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '@zhaoguan/contracts';
import { DirectoryFileError, readDirectoryFile } from '@zhaoguan/institutions';
import { UPLOAD_LIMIT } from '@zhaoguan/platform';
import { StaffSheet, type SheetContext } from './staff-sheet';

/** Of one institution: more is another file. */
const LIMITS = {
  maxFileBytes: UPLOAD_LIMIT,
  maxInflatedBytes: 10 * UPLOAD_LIMIT,
  maxSharedStringBytes: UPLOAD_LIMIT,
  maxRows: 10_000,
};

/** Of the name that it bears nothing else comes into a path. */
const typeOf = (name: string): string => /\.(?:xlsx|csv)$/iu.exec(name)?.[0].toLowerCase() ?? '.unknown';

/**
 * Reads an uploaded register, .xlsx or .csv. It names people, so it lies on the disk only while it is read.
 * @throws STAFF_SHEET_UNREADABLE with what to do
 */
export async function readStaffSheet(
  source: Readable,
  name: string,
  context: SheetContext,
): Promise<StaffSheet> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaoguan-staff-'));
  try {
    const path = join(folder, `register${typeOf(name)}`);
    await pipeline(source, createWriteStream(path));
    const sheet = new StaffSheet(context);
    for await (const row of readDirectoryFile(path, { limits: LIMITS })) sheet.accept(row);
    sheet.end();
    return sheet;
  } catch (error) {
    if (error instanceof DirectoryFileError)
      throw refuse('STAFF_SHEET_UNREADABLE', { reason: error.message });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
