import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { refuse } from '@zhaoguan/contracts';
import { UPLOAD_LIMIT } from '../http/upload';
import { inTime } from './in-time';

/** What is known of a file once it is written. */
export interface Draft {
  /** SM3 of the content, lower-case hex. */
  readonly sm3: string;
  /** Bytes. */
  readonly size: number;
  /** The first bytes, by which its kind is told. */
  readonly head: Uint8Array;
}

const HEAD_LENGTH = 64;

/**
 * Writes the stream to the file, flushes and closes it.
 * @throws UPLOAD_TOO_LARGE, UPLOAD_STALLED, and what the stream or the disk throws; the file is closed then too
 */
export async function writeDraft(source: Readable, file: FileHandle): Promise<Draft> {
  const hash = createHash('sm3');
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of inTime(source)) {
      size += chunk.length;
      if (size > UPLOAD_LIMIT) throw refuse('UPLOAD_TOO_LARGE', { limit: '20 MB' });
      if (head.length < HEAD_LENGTH) head = Buffer.concat([head, chunk]).subarray(0, HEAD_LENGTH);
      hash.update(chunk);
      // writeFile goes on after a short write; write() would leave the rest out on a disk that is nearly full.
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sm3: hash.digest('hex'), size, head };
}
