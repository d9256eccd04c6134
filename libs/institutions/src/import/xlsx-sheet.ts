import { addDays, isPlainDate, plainDate } from '@zhaoguan/kernel';
import type { DirectoryCell, DirectorySheetRow } from '../domain/directory-row-cells';
import { DirectoryFileError, type DirectoryFileLimits } from './directory-file.errors';
import type { SharedStrings } from './shared-strings';
import type { XlsxStyles } from './xlsx-styles';
import type { XmlAttributes, XmlHandler } from './xml-tokenizer';

/** Excel's own limits: XFD1048576. */
const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;
/** Serial numbers of 9999-12-31 in the 1900 and 1904 systems do not differ enough to matter. */
const LAST_SERIAL = 2_958_465;

export interface SheetContext {
  readonly strings: SharedStrings;
  readonly styles: XlsxStyles;
  /** Dates count from 1904 (files of old Macs) instead of 1900. */
  readonly date1904: boolean;
  readonly limits: DirectoryFileLimits;
}

/** Turns the XML of one worksheet into rows; `drain` hands over what is complete. */
export class XlsxSheet implements XmlHandler {
  private rows: DirectorySheetRow[] = [];
  private rowNumber = 0;
  private cells: DirectoryCell[] = [];
  private width = 0;
  private column = -1;
  private type = 'n';
  private style = -1;
  private value = '';
  private capturing = false;
  private inPhonetic = false;

  constructor(private readonly context: SheetContext) {}

  drain(): readonly DirectorySheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.capturing = true;
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'row') this.openRow(attributes);
  }

  text(value: string): void {
    if (!this.capturing || this.inPhonetic) return;
    // One character more than allowed, so that what is too long is seen to be so, and no more is kept.
    this.value = (this.value + value).slice(0, this.context.limits.maxCellLength + 1);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.capturing = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.rows.push({ row: this.rowNumber, cells: this.cells, width: this.width });
  }

  private openRow(attributes: XmlAttributes): void {
    const number = attributes['r'] === undefined ? this.rowNumber + 1 : Number(attributes['r']);
    if (!Number.isInteger(number) || number <= this.rowNumber || number > LAST_ROW) throw badReference();
    this.rowNumber = number;
    this.cells = [];
    this.width = 0;
    this.column = -1;
  }

  private openCell(attributes: XmlAttributes): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column >= LAST_COLUMN) throw badReference();
    this.type = attributes['t'] ?? 'n';
    this.style = attributes['s'] === undefined ? -1 : Number(attributes['s']);
    this.value = '';
  }

  private closeCell(): void {
    const cell = this.cellValue();
    if (cell === null || cell === '') return;
    this.width = Math.max(this.width, this.column + 1);
    if (this.column >= this.context.limits.maxColumns) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private cellValue(): DirectoryCell {
    if (this.value === '') return null;
    switch (this.type) {
      case 's':
        return unescape(this.context.strings.get(Number(this.value)));
      case 'b':
        return this.value === '1';
      case 'e':
        return { error: this.value };
      case 'n':
        return this.numeric();
      case 'd':
        return isPlainDate(this.value.slice(0, 10)) ? { date: this.value.slice(0, 10) } : this.value;
      default:
        return unescape(this.value);
    }
  }

  private numeric(): DirectoryCell {
    const number = Number(this.value);
    if (Number.isNaN(number)) throw badReference();
    const isDate = number >= 1 && number <= LAST_SERIAL && this.context.styles.isDate(this.style);
    return isDate ? { date: dayOfSerial(Math.floor(number), this.context.date1904) } : number;
  }
}

/** Serial 60 is 1900-02-29 in Excel, a day that never was; days before it are one off. */
function dayOfSerial(serial: number, date1904: boolean): string {
  if (date1904) return addDays(plainDate('1904-01-01'), serial);
  return addDays(plainDate(serial < 60 ? '1899-12-31' : '1899-12-30'), serial);
}

/** `AB12` → 27 */
function columnOf(reference: string): number {
  const match = /^([A-Z]{1,3})\d{1,7}$/.exec(reference);
  if (!match) throw badReference();
  return [...(match[1] ?? '')].reduce((column, char) => column * 26 + char.charCodeAt(0) - 64, 0) - 1;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
function unescape(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function badReference(): DirectoryFileError {
  return new DirectoryFileError('DAMAGED', '文件中的单元格位置或数值有误，请重新另存为 .xlsx 后再导入');
}
