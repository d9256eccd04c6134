const DAY_MS = 86_400_000;
/** Of 1970-01-01 in Excel's count of days. */
const EPOCH_SERIAL = 25_569;
const CHINA_MS = 8 * 3_600_000;
/** 1900-03-01: Excel counts a 29th of February 1900 before it, so earlier days are written as text. */
const FIRST_SAFE_SERIAL = 61;
/** The last row of a sheet to fill in that is helped. */
const LAST_FILLED_IN = 2001;
/** Excel's own limit. */
const MOST_CHARACTERS = 32_767;

interface ColumnHead {
  readonly header: string;
  /** In characters of the standard font; a Chinese one counts two. */
  readonly width: number;
  /** For who fills it in: what may be chosen, or else what to write. No comma, 200 characters together. */
  readonly choices?: readonly string[];
  readonly hint?: string;
}

/** A column of a list that goes out as a spreadsheet. What is empty is null. */
export type SheetColumn<R> = ColumnHead &
  (
    | { readonly type: 'text'; readonly value: (row: R) => string | null }
    | { readonly type: 'number'; readonly value: (row: R) => number | null }
    /** `2026-11-21` */
    | { readonly type: 'day'; readonly value: (row: R) => string | null }
    | { readonly type: 'instant'; readonly value: (row: R) => Date | null }
  );

/** Places of the cell formats in `STYLES`. */
const STYLE = { header: 1, text: 2, day: 3, instant: 4 } as const;

export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

export function headerRow(columns: readonly ColumnHead[]): string {
  const cells = columns.map(({ header }, index) => textCell(`${letterOf(index)}1`, header, STYLE.header));
  return `<row r="1">${cells.join('')}</row>`;
}

/** Lists to choose from, and hints that stand beside a cell while it is filled in; empty where no column has one. */
export function validationsOf(columns: readonly ColumnHead[]): string {
  const asked = columns.flatMap((column, index) => validationOf(column, letterOf(index)));
  return asked.length === 0
    ? ''
    : `<dataValidations count="${asked.length}">${asked.join('')}</dataValidations>`;
}

function validationOf({ header, choices, hint }: ColumnHead, letter: string): string[] {
  const place = `sqref="${letter}2:${letter}${LAST_FILLED_IN}"`;
  if (choices !== undefined)
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${place}><formula1>"${escaped(choices.join(','))}"</formula1></dataValidation>`,
    ];
  if (hint === undefined) return [];
  return [
    `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${inQuotes(header.slice(0, 32))}" prompt="${inQuotes(hint)}" ${place}/>`,
  ];
}

const inQuotes = (text: string): string => escaped(text).replaceAll('"', '&quot;');

/** @param number of the row, from 1 */
export function sheetRow<R>(columns: readonly SheetColumn<R>[], row: R, number: number): string {
  const cells = columns.map((column, index) => cellOf(column, row, `${letterOf(index)}${number}`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellOf<R>(column: SheetColumn<R>, row: R, place: string): string {
  switch (column.type) {
    case 'text':
      return textCell(place, column.value(row), STYLE.text);
    case 'number': {
      const number = column.value(row);
      return number === null ? '' : `<c r="${place}"><v>${number}</v></c>`;
    }
    case 'day': {
      const day = column.value(row);
      const serial = day === null ? 0 : Date.parse(day) / DAY_MS + EPOCH_SERIAL;
      return serial >= FIRST_SAFE_SERIAL
        ? `<c r="${place}" s="${STYLE.day}"><v>${serial}</v></c>`
        : textCell(place, day, STYLE.text);
    }
    case 'instant': {
      const at = column.value(row);
      if (at === null) return '';
      const serial = (at.getTime() + CHINA_MS) / DAY_MS + EPOCH_SERIAL;
      return `<c r="${place}" s="${STYLE.instant}"><v>${serial}</v></c>`;
    }
  }
}

/** Always a text, whatever it begins with: a spreadsheet runs no formula out of an inline string. */
function textCell(place: string, text: string | null, style: number): string {
  if (text === null || text === '') return '';
  const kept = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${kept}>${escaped(text)}</t></is></c>`;
}

/** What XML cannot hold is left out; a text that looks like Excel's own escape (`_x000D_`) stays that text. */
function escaped(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A, B … Z, AA … of a column, from 0. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
