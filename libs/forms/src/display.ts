import type { FormField } from '@zhaoguan/contracts';
import { chineseDate, isPlainDate, maskPhone, maskResidentId } from '@zhaoguan/kernel';
import { isEmpty, isRecord, priceEnds, shownColumns, valueAt } from './answers';

const NOTHING = '未填报';

/** The value as people read it: label for code, unit after number, personal data masked. */
export function displayValue(field: FormField, value: unknown): string {
  if (isEmpty(value)) return field.none ?? NOTHING;
  if (!Array.isArray(value)) return displayOne(field, value);
  if (field.type === 'rows') return value.map((row: unknown) => displayRow(field, row)).join('；');
  const said = value.filter((each: unknown) => !isEmpty(each));
  const words = said.map((each: unknown) => displayOne(field, each));
  // A promise has a comma of its own: nobody could see where one ends.
  return words.join(words.some((each) => /[，、]/.test(each)) ? '；' : '、') || (field.none ?? NOTHING);
}

/**
 * The first column names the row, numbers follow, words stand in brackets: 托小班 2 个班、30 个托位; 转入其他机构 20 人（示例·颐养院）. What
 * need not be filled in and is not is left out.
 */
function displayRow(field: FormField, row: unknown): string {
  const said = shownColumns(field, row)
    .map((column) => ({ column, value: valueAt(row, column.pointer) }))
    .filter(({ column, value }) => column.required !== undefined || !isEmpty(value));
  const isRemark = ({ column }: (typeof said)[number]): boolean => column.type === 'text';
  const display = ({ column, value }: (typeof said)[number]): string => displayValue(column, value);
  const [first = '', ...rest] = said.filter((cell) => !isRemark(cell)).map(display);
  const remarks = said.filter(isRemark).map((cell) => `（${display(cell)}）`);
  return `${first} ${rest.join('、')}`.trim() + remarks.join('');
}

function displayOne({ type, options = [], unit, personal }: FormField, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (type === 'money' && typeof value === 'number') return yuanOf(value);
  if (type === 'moneyRange') return yuanRangeOf(value);
  if (typeof value === 'number') return unit === undefined ? String(value) : `${value} ${unit}`;
  if (typeof value !== 'string') return '填写有误';
  if (type === 'choice' || type === 'choices') {
    return options.find(({ code }) => code === value)?.label ?? value;
  }
  if (type === 'date' && isPlainDate(value)) return chineseDate(value);
  return personal === true ? masked(type, value) : value;
}

const FEN_PER_YUAN = 100;

/** `12,500.00 元`. */
function yuanOf(fen: number): string {
  // Fractions of a fen are no money, and rounded they would stand beside what is said of them.
  if (!Number.isInteger(fen)) return `${Number((fen / FEN_PER_YUAN).toFixed(4))} 元`;
  const yuan = (fen / FEN_PER_YUAN).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${yuan} 元`;
}

/** `1,200.00 元至 3,000.00 元`; of one price only that. */
function yuanRangeOf(value: unknown): string {
  const { from, to } = priceEnds(isRecord(value) ? value : {});
  if (typeof from !== 'number' || typeof to !== 'number') return '填写有误';
  return from === to ? yuanOf(from) : `${yuanOf(from)}至 ${yuanOf(to)}`;
}

/** What is masked already, as answers of the interface are, stays as it is. */
function masked(type: FormField['type'], value: string): string {
  if (value.includes('*')) return value;
  if (type === 'residentId') return maskResidentId(value);
  return type === 'phone' ? maskPhone(value) : '*'.repeat(value.length);
}
