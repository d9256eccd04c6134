import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { DirectorySheetRow } from '../domain/directory-row-cells';
import { decodeText, detectCsvEncoding } from './csv-encoding';
import { DirectoryFileError, type DirectoryFileLimits } from './directory-file.errors';

/** Longest record: enough for every column at its ordinary length, far from what would fill the memory. */
const MAX_RECORD_LENGTH = 4 * 1024 * 1024;
const DELIMITERS = [',', '\t', ';'];

/**
 * The records of a CSV file, numbered as Excel shows them (blank lines count, line breaks inside quotes do not).
 * @throws DirectoryFileError when it is no text, of unknown encoding, or has a quote that is never closed
 */
export async function* readCsv(
  path: string,
  head: Buffer,
  limits: DirectoryFileLimits,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<DirectorySheetRow> {
  const encoding = await detectCsvEncoding(path, head);
  const parser = parse({
    delimiter: await findDelimiter(decodeText(path, encoding)),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_LENGTH,
  });
  // pipeline, not pipe: an error of the source must reach the loop below.
  const records = pipeline(Readable.from(decodeText(path, encoding, onShare)), parser, () => undefined);
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
