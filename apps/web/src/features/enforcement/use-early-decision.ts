import { dayInWords } from '../../shared/ui/dates';
import { useWorkingDaysLeft } from '../../shared/ui/use-calendar';
import type { PenaltyCase } from './queries';

/**
 * While the party's period still runs, what a decision rests on all the same; the officer is about to answer for it.
 * @law 行政处罚法第四十五条、第六十二条
 */
export function useEarlyDecision({
  notice,
  statements,
}: Pick<PenaltyCase, 'notice' | 'statements'>): string | undefined {
  const until = notice?.statementUntil ?? null;
  const left = useWorkingDaysLeft(until);
  if (until === null || left === undefined || left < 0) return undefined;
  const ground = statements.some(({ nature, channel }) => nature === 'WAIVER' && channel === 'PARTY')
    ? '放弃'
    : '提出';
  return `陈述申辩期至${dayInWords(until)}，尚未届满；此时决定的依据是当事人已${ground}陈述申辩的记录，请再次核对。`;
}
