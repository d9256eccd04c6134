import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DirectoryFileError } from './directory-file.errors';

/** A piece is parsed at one go: of nothing but line ends it is as many rows, and nobody else is answered meanwhile. */
const PIECE_BYTES = 8 * 1024;

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * The encoding of a text file: by its byte order mark; else UTF-8 when the whole file is valid UTF-8; else GB18030, which
 * is what Chinese Excel and WPS write as “CSV” and which contains GBK. Reads the file once: one valid beginning proves
 * nothing, the first Chinese character may stand in the last row.
 * @throws DirectoryFileError `ENCODING` when it is none of them, `WRONG_TYPE` when it is no text
 */
export async function detectCsvEncoding(path: string, head: Buffer): Promise<CsvEncoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) throw notText();
  if (await isValid(path, 'utf-8')) return 'utf-8';
  if (await isValid(path, 'gb18030')) return 'gb18030';
  throw new DirectoryFileError('ENCODING', '无法识别文件的文字编码，请另存为“CSV UTF-8”或者 .xlsx 后再导入');
}

/**
 * The text of the file, decoded piece by piece, without byte order mark.
 * @param onShare told which share of the file is decoded, from 0 to 1
 */
export async function* decodeText(
  path: string,
  encoding: CsvEncoding,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const { size } = await stat(path);
  const bytes = createReadStream(path, { highWaterMark: PIECE_BYTES });
  try {
    for await (const piece of bytes) {
      yield decoder.decode(piece as Buffer, { stream: true });
      onShare(Math.min(1, bytes.bytesRead / size));
    }
    yield decoder.decode();
  } catch (cause) {
    if (!isInvalidText(cause)) throw cause;
    throw new DirectoryFileError('ENCODING', '文件的文字编码前后不一，请另存为“CSV UTF-8”后再导入', {
      cause,
    });
  }
}

async function isValid(path: string, encoding: CsvEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of createReadStream(path)) {
    if ((piece as Buffer).includes(0)) throw notText();
    if (!decodes(decoder, piece as Buffer)) return false;
  }
  return decodes(decoder, undefined);
}

function decodes(decoder: TextDecoder, piece: Buffer | undefined): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch (error) {
    if (isInvalidText(error)) return false;
    throw error;
  }
}

function isInvalidText(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

function notText(): DirectoryFileError {
  return new DirectoryFileError('WRONG_TYPE', '文件不是 .xlsx，也不是文本格式的 .csv，请核对后再导入');
}
