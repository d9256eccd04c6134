import type { Schemas } from '@zhaoguan/api-client';
import { dayInWords } from '../../../shared/ui/dates';

type Closure = Schemas['ClosureDto'];

/** What one record says, in one sentence. */
export function recordInWords({
  checkedOn,
  placedLabel,
  refundedLabel,
  words,
  reason,
}: Closure['records'][number]): string {
  const found = `${dayInWords(checkedOn)}核实，人员安置：${placedLabel}；费用退还：${refundedLabel}。`;
  const why = reason === null ? '' : `更正的理由：${reason}。`;
  return `${found}${words === null ? '' : `${words}。`}${why}`.replace(/([。！？])。/g, '$1');
}

export type Told = Pick<Closure, 'records' | 'reports'>;

/** What the office found and what who has ended reported, in the order in which it came: which report was before which look is seen. */
export function closureStory({ records, reports }: Told): { readonly at: string; readonly said: string }[] {
  return [
    ...records.map((record) => ({ at: record.at, said: `记录：${recordInWords(record)}` })),
    ...reports.map(({ at, statement }) => ({ at, said: `经办人报告已完成：${statement}` })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
}
