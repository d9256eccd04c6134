import { REMOVAL_WORDS, type EventMap } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import type { CaseFacts, InstitutionFacts, RemovalFacts } from './facts';
import { inWords } from './notices';
import type { Notice } from './notification';

/** When a decision was served, and what days follow from it. */
export type ServedDays = Pick<
  EventMap['removal.decision-served'],
  'corrected' | 'servedOn' | 'reconsiderationUntil' | 'litigationUntil' | 'paymentDueOn'
>;

/** For the party: from when on its periods run, and when they end. */
export const penaltyDecisionServed = (
  { name }: InstitutionFacts,
  facts: CaseFacts,
  served: ServedDays,
): Notice => ({
  type: 'PENALTY_DECISION_SERVED',
  subject: { type: 'penalty-case', id: facts.id },
  title: `${name}的行政处罚案件决定书（${facts.decisionNumber ?? facts.caseNumber}）${servedInWords(served)}`,
});

export const removalDecisionServed = (
  { name }: InstitutionFacts,
  facts: RemovalFacts,
  served: ServedDays,
): Notice => ({
  type: 'REMOVAL_DECISION_SERVED',
  subject: { type: 'removal', id: facts.id },
  title: `${name}的${REMOVAL_WORDS[facts.regime].types[facts.type]}决定书（${facts.decisionNumber ?? ''}）${servedInWords(served)}`,
});

/** 已于11月26日送达，申请行政复议至…: what the party must not miss. */
function servedInWords(served: ServedDays): string {
  const day = (of: string): string => inWords(plainDate(of));
  const { corrected, servedOn, reconsiderationUntil, litigationUntil, paymentDueOn } = served;
  return [
    corrected ? `的送达日期已更正为${day(servedOn)}` : `已于${day(servedOn)}送达`,
    ...(paymentDueOn === null ? [] : [`缴纳罚款至${day(paymentDueOn)}`]),
    `申请行政复议至${day(reconsiderationUntil)}`,
    `提起行政诉讼至${day(litigationUntil)}`,
  ].join('，');
}
