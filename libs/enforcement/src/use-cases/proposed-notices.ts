import { Injectable } from '@nestjs/common';
import type { PenaltyTier } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Notice, PenaltyCase } from '../domain/penalty-case';
import { tierOf, type ProposedPenalty } from '../domain/penalty-range';
import { assertOrderedBefore, type PriorOrder } from '../domain/prior-order';
import { penaltyMeasures } from './case-act';
import { HearingRule } from './hearing-rule';

/** What an official means to impose, and why. */
export interface NoticeToPropose extends ProposedPenalty {
  readonly severity: PenaltyTier['severity'] | undefined;
  readonly facts: string;
  readonly reasons: string;
  readonly priorOrder: PriorOrder | null;
}

export type ProposedNotice = Pick<
  Notice,
  'severity' | 'measures' | 'amountFen' | 'facts' | 'reasons' | 'priorOrder' | 'paperOn'
>;

/** What a notice says before it is told to anybody; the same is asked of it whether it is read online or handed over on paper. */
@Injectable()
export class ProposedNotices {
  constructor(
    private readonly hearing: HearingRule,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * @throws PENALTY_OUT_OF_RANGE, HEARING_REQUIRED, PRIOR_ORDER_REQUIRED, PRIOR_ORDER_INVALID
   * @law 行政处罚法第四十四条、第六十三条
   */
  async propose(
    tx: Tx,
    subject: PenaltyCase,
    input: NoticeToPropose,
    on: PlainDate,
  ): Promise<ProposedNotice> {
    const measures = await penaltyMeasures(this.reference);
    const tier = tierOf(subject.basis, input, measures, input.severity);
    await this.hearing.assertNone(tx.manager, subject, input, on);
    assertOrderedBefore(tier, input.priorOrder, on);
    return {
      severity: tier.severity,
      measures: input.measures,
      amountFen: input.amountFen,
      facts: input.facts,
      reasons: input.reasons,
      priorOrder: input.priorOrder,
      paperOn: on,
    };
  }
}
