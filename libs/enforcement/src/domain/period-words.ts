import type { TermRow } from '@zhaoguan/contracts';

const NUMERALS = '〇一二三四五六七八九';
const UNITS: Readonly<Partial<Record<TermRow['unit'], string>>> = {
  WORKING_DAY: '个工作日',
  DAY: '日',
  MONTH: '个月',
  YEAR: '年',
};
const MOST = 100;

/** A period (期间) as the law writes it: 五个工作日, 六十日, 六个月; a long one in figures. */
export function periodInWords({ value, unit }: Pick<TermRow, 'value' | 'unit'>): string {
  const of = UNITS[unit];
  if (of === undefined) throw new Error(`${unit} is no unit of a period`);
  return `${value < MOST ? numeral(value) : value}${of}`;
}

function numeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const first = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS.charAt(tens)}十`;
  return `${first}${ones === 0 && tens > 0 ? '' : NUMERALS.charAt(ones)}`;
}
