import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { DirectoryFileError, type DirectoryFileLimits } from './directory-file.errors';
import { readDirectory, type ZipEntry } from './zip-directory';

/** A small file may repeat itself a lot and still do no harm. */
const ALWAYS_ALLOWED_BYTES = 16 * 1024 * 1024;
const BLOCK_BYTES = 64 * 1024;

/**
 * A zip file read part by part through its central directory, never as a whole. Everything unpacked is counted against
 * one allowance and checked against the size and checksum the directory states, so a bomb ends at the allowance and
 * a truncated or altered file ends with an error instead of with fewer rows.
 */
export class ZipFile {
  private inflated = 0;

  private constructor(
    private readonly handle: FileHandle,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    private readonly allowance: number,
  ) {}

  /** @throws DirectoryFileError `DAMAGED` or `SUSPICIOUS` */
  static async open(path: string, limits: DirectoryFileLimits): Promise<ZipFile> {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const entries = await readDirectory(handle, size, limits);
      const byRatio = Math.max(ALWAYS_ALLOWED_BYTES, size * limits.maxInflationRatio);
      const allowance = Math.min(limits.maxInflatedBytes, byRatio);
      return new ZipFile(handle, entries, allowance);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of a part once it is unpacked. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.size ?? 0;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /**
   * The bytes of one part in pieces.
   * @throws DirectoryFileError when the part is missing, damaged, encrypted, or unpacks to too much
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new DirectoryFileError('DAMAGED', `文件缺少 ${name}，请重新另存为 .xlsx 后再导入`);
    if (entry.encrypted) throw new DirectoryFileError('ENCRYPTED', '文件已加密，请取消密码后再导入');
    if (this.inflated + entry.size > this.allowance) throw tooMuch();
    let size = 0;
    let checksum = 0;
    for await (const piece of this.unpack(entry)) {
      size += piece.length;
      this.inflated += piece.length;
      if (this.inflated > this.allowance) throw tooMuch();
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (size !== entry.size || checksum !== entry.crc) throw damaged(name);
  }

  private async *unpack(entry: ZipEntry): AsyncGenerator<Buffer> {
    const start = await this.dataStart(entry);
    const packed = this.blocks(start, start + entry.compressedSize, entry.name);
    if (entry.stored) {
      yield* packed;
      return;
    }
    // pipeline, not pipe: an error on either side must reach the loop below, or it would wait for ever.
    const inflated = pipeline(Readable.from(packed), createInflateRaw(), () => undefined);
    try {
      for await (const piece of inflated) yield piece as Buffer;
    } catch (error) {
      throw error instanceof DirectoryFileError ? error : damaged(entry.name, error);
    }
  }

  private async *blocks(from: number, to: number, name: string): AsyncGenerator<Buffer> {
    for (let at = from; at < to;) {
      const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, to - at));
      const { bytesRead } = await this.handle.read(block, 0, block.length, at);
      if (bytesRead === 0) throw damaged(name);
      yield block.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  /** The local header repeats name and extra fields, with lengths of its own. */
  private async dataStart(entry: ZipEntry): Promise<number> {
    const header = Buffer.alloc(30);
    const { bytesRead } = await this.handle.read(header, 0, 30, entry.headerOffset);
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged(entry.name);
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  }
}

function damaged(name: string, cause?: unknown): DirectoryFileError {
  return new DirectoryFileError('DAMAGED', `文件不完整或已损坏（${name}），请重新另存为 .xlsx 后再导入`, {
    cause,
  });
}

function tooMuch(): DirectoryFileError {
  return new DirectoryFileError(
    'SUSPICIOUS',
    '文件解压后的大小异常，已停止读取；请核对文件来源，或者拆分后再导入',
  );
}
