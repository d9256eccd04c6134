import { dayInWords } from '../../../shared/ui/dates';
import type { Opinions } from './queries';

type Open = Pick<Opinions['items'][number], 'id' | 'departmentName' | 'dueOn'>;

const named = (opinions: readonly Open[]): string =>
  opinions.map(({ departmentName }) => departmentName).join('、');

/** Those that are proposed: the only one, else those whose last day has passed. */
export const endedOf = <O extends Open>(open: readonly O[], today: string | undefined): O[] =>
  open.filter(({ dueOn }) => open.length === 1 || (today !== undefined && dueOn < today));

/** What follows where some of the opinions that are open are waited for no longer: whose term still runs, and who is left. */
export function waiverInWords(
  open: readonly Open[],
  waived: readonly Open[],
  today: string | undefined,
): string[] {
  if (waived.length === 0) return ['选择不再等待哪些部门。'];
  const left = open.filter(({ id }) => waived.every((each) => each.id !== id));
  return [
    ...waived
      .filter(({ dueOn }) => today !== undefined && dueOn >= today)
      .map(({ departmentName, dueOn }) => `${departmentName}的答复期限至${dayInWords(dueOn)}，还没有届满。`),
    `${named(waived)}不能再答复。`,
    left.length === 0 ? '此后可以作出决定。' : `仍然等待${named(left)}的意见，答复以前不能准予或者不予。`,
    '理由留有记录。',
  ];
}
