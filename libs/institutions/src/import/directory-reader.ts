import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DirectorySheetRow } from '../domain/directory-row-cells';
import { readCsv } from './csv-reader';
import {
  DEFAULT_DIRECTORY_LIMITS,
  DirectoryFileError,
  type DirectoryFileLimits,
} from './directory-file.errors';
import { readXlsx } from './xlsx-reader';

export interface DirectoryReadOptions {
  readonly limits?: Partial<DirectoryFileLimits>;
  /** Sheet of an .xlsx; the first visible one by default. */
  readonly sheet?: string;
  /** Told now and then which share of the file is read, from 0 to 1. */
  readonly onShare?: (share: number) => void;
}

const HEAD_BYTES = 8192;
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Compound file: a legacy .xls, or an .xlsx with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * The rows of a directory of institutions, .xlsx or .csv, one by one. What the file is is told by its content; a name that
 * says otherwise is refused, because the user and the program would not mean the same file.
 * @throws DirectoryFileError with a Chinese message for the user
 */
export async function* readDirectoryFile(
  path: string,
  options: DirectoryReadOptions = {},
): AsyncGenerator<DirectorySheetRow> {
  const limits = { ...DEFAULT_DIRECTORY_LIMITS, ...options.limits };
  const head = await readHead(path, limits);
  const rows = isXlsx(path, head)
    ? readXlsx(path, limits, options.sheet, options.onShare)
    : readCsv(path, head, limits, options.onShare);
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > limits.maxRows)
      throw new DirectoryFileError('TOO_LARGE', `文件超过${limits.maxRows}行，请拆分后再导入`);
    yield row;
  }
}

/**
 * SM3 of the file, in hexadecimal: the same file is known again, whatever its name.
 * @throws DirectoryFileError when it is no file that could be read
 */
export async function digestDirectoryFile(path: string): Promise<string> {
  await readHead(path, DEFAULT_DIRECTORY_LIMITS);
  const hash = createHash('sm3');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function readHead(path: string, limits: DirectoryFileLimits): Promise<Buffer> {
  const handle = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    throw new DirectoryFileError('NOT_FOUND', '文件不存在，请核对路径', { cause });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new DirectoryFileError('WRONG_TYPE', '路径不是文件');
    if (stat.size === 0) throw new DirectoryFileError('EMPTY', '文件是空的');
    if (stat.size > limits.maxFileBytes)
      throw new DirectoryFileError('TOO_LARGE', '文件过大，请拆分后再导入');
    const head = Buffer.alloc(Math.min(HEAD_BYTES, stat.size));
    await handle.read(head, 0, head.length, 0);
    return head;
  } finally {
    await handle.close();
  }
}

function isXlsx(path: string, head: Buffer): boolean {
  const extension = extname(path).toLowerCase();
  if (extension !== '.xlsx' && extension !== '.csv') {
    throw new DirectoryFileError('WRONG_TYPE', '只能导入 .xlsx 或 .csv 文件；.xls 等请另存为 .xlsx 后再导入');
  }
  if (head.subarray(0, 4).equals(COMPOUND)) {
    throw new DirectoryFileError(
      'WRONG_TYPE',
      '文件是旧版 .xls 或者设有密码，请取消密码并另存为 .xlsx 后再导入',
    );
  }
  const zip = head.subarray(0, 4).equals(ZIP);
  if (zip !== (extension === '.xlsx')) {
    const content = zip ? '是压缩包格式' : '不是 xlsx 格式';
    throw new DirectoryFileError(
      'EXTENSION_MISMATCH',
      `文件扩展名为 ${extension}，内容却${content}，请核对后再导入`,
    );
  }
  if (!zip && /^\uFEFF?\s*<(?:!doctype|html|\?xml|table)/i.test(head.toString('utf8'))) {
    throw new DirectoryFileError(
      'EXTENSION_MISMATCH',
      '文件扩展名为 .csv，内容却是网页，请另存为 .xlsx 后再导入',
    );
  }
  return zip;
}
