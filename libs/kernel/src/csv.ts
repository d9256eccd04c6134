/** Before the first line: tells a spreadsheet that the file is UTF-8. */
export const CSV_BOM = '\uFEFF';
/** Excel runs a cell as a formula when it begins with one of these, also in full width, also after blanks. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** One line of CSV, every field quoted, none of which a spreadsheet would run as a formula. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => `"${inert(field).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function inert(field: string): string {
  return FORMULA_START.test(field) ? `'${field}` : field;
}
