import type { ChangedField } from '@zhaoguan/forms';

/** One line of a table: what changed from what to what, or what is told for the first time. */
export interface ChangeLine {
  readonly label: string;
  readonly value: string;
}

export interface ChangeTable {
  readonly title: string;
  readonly items: readonly ChangeLine[];
}

/**
 * What a change has changed (变更事项), and what it supplies: it was not there before, so nothing of that has changed. Without empty ones.
 * @param isTold of what is not told it says that it was changed, and not from what to what
 */
export function changeTables(
  amendments: readonly ChangedField[] | null,
  isTold: (field: ChangedField) => boolean = () => true,
): readonly ChangeTable[] {
  const all = amendments ?? [];
  const changes = all
    .filter(({ supplied }) => supplied === undefined)
    .map((field) => ({ label: field.label, value: isTold(field) ? changeInWords(field) : '已变更' }));
  const supplied = all
    .filter((field) => field.supplied === true)
    .map((field) => ({ label: field.label, value: isTold(field) ? field.new : '已补充' }));
  return [
    { title: CHANGES, items: changes },
    { title: '补充填报的事项', items: supplied },
  ].filter(({ items }) => items.length > 0);
}

const changeInWords = ({ old, new: now }: ChangedField): string =>
  old === now ? MASKED_ALIKE : `${old} → ${now}`;

const CHANGES = '变更事项';
/** Of two numbers that differ where they are masked. */
const MASKED_ALIKE = '已变更（号码中隐去的部分不同）';

/** Whether anything has changed, beside what is supplied: what is in force then stands so since the change. */
export const hasChanged = (tables: readonly ChangeTable[]): boolean =>
  tables.some(({ title }) => title === CHANGES);

/** 变更事项、补充填报的事项 */
export const namedInWords = (tables: readonly ChangeTable[]): string =>
  tables.map(({ title }) => title).join('、');
