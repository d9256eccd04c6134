import type { FileHandle } from 'node:fs/promises';
import { DirectoryFileError, type DirectoryFileLimits } from './directory-file.errors';

/** One part of a zip file as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const END_64_SIGNATURE = 0x06064b50;
const LOCATOR_64_SIGNATURE = 0x07064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024;
const IN_ZIP64 = 0xffffffff;

interface DirectoryPlace {
  readonly count: number;
  readonly offset: number;
  readonly length: number;
}

/**
 * Reads the central directory at the end of a zip file (APPNOTE.TXT 4.3.12, 4.3.16, and 4.3.14 for zip64).
 * @throws DirectoryFileError `DAMAGED`: cut off, or pointing outside itself; `SUSPICIOUS`: too many parts, a name twice
 */
export async function readDirectory(
  handle: FileHandle,
  fileSize: number,
  limits: DirectoryFileLimits,
): Promise<ReadonlyMap<string, ZipEntry>> {
  const place = await findDirectory(handle, fileSize);
  if (place.count > limits.maxZipEntries || place.length > MAX_DIRECTORY_BYTES) {
    throw new DirectoryFileError('SUSPICIOUS', '文件内部的部件过多，已停止读取；请核对文件来源');
  }
  if (place.offset + place.length > fileSize) throw cutOff();
  const bytes = await readAt(handle, place.offset, place.length);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < place.count; i += 1) {
    const { entry, next } = readEntry(bytes, at, fileSize);
    if (entries.has(entry.name))
      throw new DirectoryFileError('SUSPICIOUS', `文件内部的 ${entry.name} 重复，已停止读取`);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

async function findDirectory(handle: FileHandle, fileSize: number): Promise<DirectoryPlace> {
  const tailLength = Math.min(fileSize, END_LENGTH + MAX_COMMENT);
  const tail = await readAt(handle, fileSize - tailLength, tailLength);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const count = tail.readUInt16LE(at + 10);
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    const is64 = count === 0xffff || length === IN_ZIP64 || offset === IN_ZIP64;
    return is64 ? await findDirectory64(handle, fileSize - tailLength + at) : { count, offset, length };
  }
  throw cutOff();
}

async function findDirectory64(handle: FileHandle, endAt: number): Promise<DirectoryPlace> {
  if (endAt < 20) throw cutOff();
  const locator = await readAt(handle, endAt - 20, 20);
  if (locator.readUInt32LE(0) !== LOCATOR_64_SIGNATURE) throw cutOff();
  const end = await readAt(handle, size64(locator, 8), 56);
  if (end.readUInt32LE(0) !== END_64_SIGNATURE) throw cutOff();
  return { count: size64(end, 32), length: size64(end, 40), offset: size64(end, 48) };
}

function readEntry(bytes: Buffer, at: number, fileSize: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw cutOff();
  const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw cutOff();
  const method = bytes.readUInt16LE(at + 10);
  const name = bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd).replace(/\\/g, '/');
  if (method !== 0 && method !== 8)
    throw new DirectoryFileError('DAMAGED', `文件内部的 ${name} 用了不支持的压缩方式`);
  const sizes = [
    bytes.readUInt32LE(at + 24),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ] as const;
  const [size, compressedSize, headerOffset] = withZip64(sizes, bytes.subarray(nameEnd, extraEnd));
  if (headerOffset + compressedSize > fileSize) throw cutOff();
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  const crc = bytes.readUInt32LE(at + 16);
  return { entry: { name, stored: method === 0, encrypted, crc, compressedSize, size, headerOffset }, next };
}

/** Values that do not fit 32 bits stand, in this order, in the extra field 0x0001. */
function withZip64(values: readonly [number, number, number], extra: Buffer): [number, number, number] {
  const result: [number, number, number] = [...values];
  if (!values.includes(IN_ZIP64)) return result;
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  result.forEach((value, i) => {
    if (value !== IN_ZIP64) return;
    if (at + 8 > extra.length) throw cutOff();
    result[i] = size64(extra, at);
    at += 8;
  });
  return result;
}

function size64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw cutOff();
  return Number(value);
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  if (bytesRead < length) throw cutOff();
  return buffer;
}

function cutOff(): DirectoryFileError {
  return new DirectoryFileError('DAMAGED', '文件不完整或已损坏，请重新上传，或者重新另存为 .xlsx 后再导入');
}
