import type { EventMap, NotificationType } from '@zhaoguan/contracts';
import type { FilingFacts } from './facts';
import { filing } from './filing-words';
import type { Notice } from './notification';

/** What is said of a promise that stands for a material (告知承诺). */

export const commitmentHandedIn = (facts: FilingFacts, material: string): Notice => ({
  type: 'COMMITMENT_HANDED_IN',
  subject: filing(facts),
  title: `${facts.name}补交了以告知承诺代替的“${material}”，请核实`,
});

const JUDGED: Readonly<
  Record<EventMap['commitment.judged']['outcome'], readonly [NotificationType, string]>
> = {
  RETURNED: ['COMMITMENT_RETURNED', '退回重交，请查看理由'],
  KEPT: ['COMMITMENT_KEPT', '已经核实，承诺已履行'],
  BREACHED: ['COMMITMENT_BREACHED', '被认定没有履行承诺，请查看理由'],
  RESTORED: ['COMMITMENT_RESTORED', '恢复执行，请查看最迟补交的日期'],
};

export const commitmentJudged = (
  facts: FilingFacts,
  { name, outcome }: Pick<EventMap['commitment.judged'], 'name' | 'outcome'>,
): Notice => {
  const [type, words] = JUDGED[outcome];
  return { type, subject: filing(facts), title: `${facts.name}以告知承诺代替的“${name}”${words}` };
};
