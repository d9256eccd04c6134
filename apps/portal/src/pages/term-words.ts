import type { TermRow } from '@zhaoguan/contracts';

const UNITS: Readonly<Record<TermRow['unit'], string>> = {
  WORKING_DAY: '个工作日',
  DAY: '日',
  MONTH: '个月',
  YEAR: '年',
  HOUR: '小时',
  FEN: '分',
  COUNT: '',
  BASIS_POINT: '/10000',
  SQUARE_METRE: '平方米',
};

/** “5 个工作日”. */
export function termInWords({ value, unit }: Pick<TermRow, 'value' | 'unit'>): string {
  return `${value} ${UNITS[unit]}`.trim();
}
