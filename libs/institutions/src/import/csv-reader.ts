import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { DirectorySheetRow } from '../domain/directory-row-cells';
import { decodeText, detectCsvEncoding } from './csv-encoding';
import { DirectoryFileError, type DirectoryFileLimits } from './directory-file.errors';

/** Longest record: enough for every column at its ordinary length, far from what would fill the memory. */
const MAX_RECORD_LENGTH = 4 * 1024 * 1024;
const DELIMITERS = [',', '\t', ';'];
/** As many as Excel has. An empty cell has no length, so the longest record says nothing of how many there are. */
const MAX_CELLS = 16_384;

/**
 * The records of a CSV file, numbered as Excel shows them (blank lines count, line breaks inside quotes do not).
 * @throws DirectoryFileError when it is no text, of unknown encoding, has a quote that is never closed, or a record of too many cells
 */
export async function* readCsv(
  path: string,
  head: Buffer,
  limits: DirectoryFileLimits,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<DirectorySheetRow> {
  const encoding = await detectCsvEncoding(path, head);
  const delimiter = await findDelimiter(decodeText(path, encoding));
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_LENGTH,
  });
  // pipeline, not pipe: an error of the source must reach the loop below.
  const text = withinWidth(decodeText(path, encoding, onShare), delimiter);
  const records = pipeline(Readable.from(text), parser, () => undefined);
  let row = 0;
  try {
    for await (const record of records) {
      row += 1;
      yield toRow(row, record as readonly string[], limits);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DirectoryFileError('DAMAGED', `第${row + 1}行附近的引号不成对或者内容过长，请更正后再导入`, {
      cause: error,
    });
  } finally {
    parser.destroy();
  }
}

function toRow(row: number, record: readonly string[], limits: DirectoryFileLimits): DirectorySheetRow {
  let width = record.length;
  while (width > 0 && (record[width - 1] ?? '').trim() === '') width -= 1;
  const cells = record.slice(0, Math.min(width, limits.maxColumns));
  return { row, cells: cells.map((cell) => cell.slice(0, limits.maxCellLength + 1)), width };
}

/**
 * The same text, looked at before the parser holds a record of millions of empty cells.
 * @throws DirectoryFileError at the first record of more cells than a sheet has columns
 */
async function* withinWidth(text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<string> {
  let quoted = false;
  let cells = 1;
  for await (const piece of text) {
    for (const char of piece) {
      if (char === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (char === delimiter) cells += 1;
      else if (char === '\n' || char === '\r') cells = 1;
      if (cells > MAX_CELLS)
        throw new DirectoryFileError('TOO_LARGE', `文件有超过${MAX_CELLS}列的行，请更正后再导入`);
    }
    yield piece;
  }
}

/** The delimiter that occurs most in the first line with any: Excel's “Unicode 文本” is cut by tabs. */
async function findDelimiter(text: AsyncGenerator<string>): Promise<string> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length > 64 * 1024) break;
  }
  for (const line of start.split(/\r\n|\n|\r/)) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most >= 2) return DELIMITERS[counts.indexOf(most)] ?? ',';
  }
  return ',';
}
