import { normalizeText } from '@zhaoguan/kernel';

/**
 * What a cell of a spreadsheet holds. A cell formatted as a date is already a day; a formula is its last computed value;
 * an error such as `#N/A` is kept apart because it must never pass for text.
 */
export type DirectoryCell =
  string | number | boolean | null | { readonly date: string } | { readonly error: string };

/** One row of a sheet. */
export interface DirectorySheetRow {
  /** The row number the user sees in Excel, from 1. */
  readonly row: number;
  /** From column A; may stop before `width`. */
  readonly cells: readonly DirectoryCell[];
  /** Number of the last column that is not empty. */
  readonly width: number;
}

/** The letter of a column, from 0: A … Z, AA … */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** The text of a cell in the one spelling in which texts are stored. */
export function cellText(cell: DirectoryCell | undefined): string {
  return normalizeText(rawText(cell));
}

/** The value as it stands in the file, for the report. */
export function rawText(cell: DirectoryCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
  return String(cell);
}
