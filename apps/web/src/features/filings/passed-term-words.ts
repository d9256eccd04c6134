import { caseWords } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing, OverdueOfFiling } from './queries';

type Case = Pick<Filing, 'status' | 'dueOn' | 'renewal' | 'regime' | 'type' | 'authorityName'>;

/** The last day of what waits for its decision; null where no decision is owed any more, as of a renewal that counts as granted. */
export const decisionDue = ({ status, dueOn, renewal }: Pick<Case, 'status' | 'dueOn' | 'renewal'>) =>
  status === 'SUBMITTED' && renewal?.state !== 'PRESUMED' ? dueOn : null;

const RAISED: Readonly<Record<NonNullable<OverdueOfFiling['raisedTo']>, string>> = {
  FIRST: '这一情况已报该机关的负责人督办。',
  SECOND: '这一情况已报上级部门督办。',
};

/** For the applicant of what was not decided in time: that it is the authority's, who knows of it, and whom to ask. */
export function passedTermInWords(filing: Case, { raisedTo, phone }: OverdueOfFiling): string {
  const { authority } = caseWords(filing);
  const ended = filing.dueOn === null ? '' : `已于 ${dayInWords(filing.dueOn)}届满，`;
  const raised = raisedTo === null ? '' : RAISED[raisedTo];
  const call = phone === null ? '' : `，电话 ${phone}`;
  return `${authority}的办理期限${ended}这一件还没有办结。${raised}您不需要重新提交；要了解进展的，请联系${filing.authorityName}${call}。`;
}
