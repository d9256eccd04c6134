import type { FormField } from '@zhaoguan/contracts';
import { readDay } from '@zhaoguan/institutions';
import { plainDate } from '@zhaoguan/kernel';

/** What a cell says, as the request by HTTP says it; or why it cannot be read. */
export type CellRead = { readonly value: unknown } | { readonly fault: string };

/** Parts answers of which there may be several, and rows of a list; cells of such a row are parted by `/`. */
const PARTS = /[；;\n]/;
const ALL = '全部';
const FEN_PER_YUAN = 100;
/** What a spreadsheet makes of a long code that it takes for a number. */
const LOST_DIGITS = /^\d(?:\.\d+)?E\+?\d+$/i;
const LOST_DIGITS_FAULT = '被表格软件改成了科学计数，末位已经丢失，请把单元格设为文本后重新填写';
/** No bound: a certificate may be valid for as long as it says. */
const END_OF_DAYS = plainDate('2999-12-31');
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
]);

/**
 * Reads a cell by the type of its field. What has another shape goes on as the text that it is: the rules of the form refuse it, in the
 * words in which they refuse it everywhere.
 */
export function readCell(field: FormField, text: string): CellRead {
  if (text === '') return { value: null };
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return { value: numberOr(text) };
    case 'money':
      return { value: fenOr(text) };
    case 'moneyRange':
      return { value: rangeOr(text) };
    case 'boolean':
      return { value: YES_OR_NO.get(text) ?? text };
    case 'choice':
      return { value: codeOr(field, text) };
    case 'choices':
      return { value: text === ALL ? (field.options ?? []).map(({ code }) => code) : listOf(field, text) };
    case 'rows':
      return rowsOf(field, text);
    case 'date':
      return dayOf(text);
    case 'uscc':
    case 'residentId':
    case 'phone':
    case 'district':
    case 'township':
      return LOST_DIGITS.test(text) ? { fault: LOST_DIGITS_FAULT } : { value: text };
    case 'text':
    case 'multiline':
      return { value: text };
  }
}

const partsOf = (text: string): string[] =>
  text
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const listOf = (field: FormField, text: string): string[] => partsOf(text).map((part) => codeOr(field, part));

function codeOr({ options = [] }: FormField, text: string): string {
  return options.find(({ label }) => label === text)?.code ?? text;
}

function numberOr(text: string): number | string {
  const digits = text.replaceAll(/(?<=\d),(?=\d{3})/g, '');
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(digits) ? Number(digits) : text;
}

function fenOr(text: string): number | string {
  const yuan = numberOr(text);
  return typeof yuan === 'number' ? Math.round(yuan * FEN_PER_YUAN) : text;
}

/** One price, or from one to another: `1200`, `1200-3000`. */
function rangeOr(text: string): unknown {
  const [from = '', to = from, ...rest] = text.split(/\s*[-—–~～至]\s*/);
  if (rest.length > 0) return text;
  return { from: fenOr(from), to: fenOr(to) };
}

function dayOf(text: string): CellRead {
  const read = readDay(text, END_OF_DAYS);
  return read.ok ? { value: read.value } : { fault: read.reason };
}

/** `托小班/2/30；托大班/1/20`: columns in the order of the form, what is not said is left empty. */
function rowsOf({ fields = [] }: FormField, text: string): CellRead {
  const rows: Record<string, unknown>[] = [];
  for (const part of partsOf(text)) {
    const cells = part.split('/').map((cell) => cell.trim());
    if (cells.length > fields.length)
      return {
        fault: `每项依次填写${fields.map(({ label }) => label).join('、')}，以“/”隔开，多项以“；”隔开`,
      };
    const row: Record<string, unknown> = {};
    for (const [index, column] of fields.entries()) {
      const read = readCell(column, cells[index] ?? '');
      if ('fault' in read) return read;
      if (read.value !== null) row[column.pointer.slice(1)] = read.value;
    }
    rows.push(row);
  }
  return { value: rows };
}
