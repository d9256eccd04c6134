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

/** Nobody is told to wait for whom there is not. */
const LACKING: Readonly<Record<NonNullable<OverdueOfFiling['lacking']>, string>> = {
  ABOVE:
    '这一情况由该机关的负责人督办；上级部门在本平台没有可以督办的人员，需要上级知道的，请直接向上级部门反映。',
  ALL: '该机关和上级部门在本平台都没有可以督办的人员，您可以直接向上级部门反映。',
};

function raisedInWords({ raisedTo, lacking }: OverdueOfFiling): string {
  if (raisedTo === null) return '';
  return lacking === null ? RAISED[raisedTo] : LACKING[lacking];
}

/** For the applicant of what was not decided in time: that it is the authority's, who knows of it, and whom to ask. */
export function passedTermInWords(filing: Case, overdue: OverdueOfFiling): string {
  const { authority } = caseWords(filing);
  const ended = filing.dueOn === null ? '' : `已于 ${dayInWords(filing.dueOn)}届满，`;
  const call = overdue.phone === null ? '' : `，电话 ${overdue.phone}`;
  return `${authority}的办理期限${ended}这一件还没有办结。${raisedInWords(overdue)}您不需要重新提交；要了解进展的，请联系${filing.authorityName}${call}。`;
}
