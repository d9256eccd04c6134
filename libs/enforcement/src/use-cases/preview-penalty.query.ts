import { Inject, Injectable } from '@nestjs/common';
import type { Caller, MeasureRow, PenaltyTier } from '@zhaoguan/contracts';
import { dateInShanghai, DomainError, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { servedNotice, type PenaltyCase } from '../domain/penalty-case';
import { assertNotHeavier, publicityClassOf, tierOf, type ProposedPenalty } from '../domain/penalty-range';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { assertDepartment, penaltyMeasures } from './case-act';
import { HearingRule } from './hearing-rule';
import { publicityOf, type Publicity } from './publicity';

export interface PenaltyToPreview extends ProposedPenalty {
  readonly severity?: PenaltyTier['severity'];
}

/** What would follow if this were noticed or decided today. */
export interface PenaltyPreview {
  /** Why it would be refused; null when it would not. */
  readonly refusal: DomainError | null;
  /** From this fine on the party has the right to a hearing, in fen. */
  readonly hearingFromFen: number;
  /** Last day for a statement, were it noticed or served today; null once it is. */
  readonly statementUntil: PlainDate | null;
  readonly publicity: Publicity;
  /** Last day to pay, were it decided today; null without a fine. */
  readonly paymentDueOn: PlainDate | null;
}

/** Tells an official what a penalty would bring about before it is noticed or decided (拟作处罚的后果). Changes nothing. */
@Injectable()
export class PreviewPenalty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly reference: ReferenceData,
    private readonly hearing: HearingRule,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  execute(caller: Caller, id: string, proposal: PenaltyToPreview): Promise<PenaltyPreview> {
    return this.work.read(caller, async (manager) => {
      const subject = await this.cases.get(manager, id);
      assertDepartment(caller, subject);
      const on = dateInShanghai(this.clock.now());
      const measures = await penaltyMeasures(this.reference);
      const publicityClass = publicityClassOf(proposal, measures);
      return {
        refusal: await this.refusalOf(manager, subject, proposal, measures, on),
        hearingFromFen: await this.hearing.thresholdFen(manager, subject, on),
        statementUntil: servedNotice(subject.notice)
          ? null
          : await this.reference.dueOn('PENALTY_STATEMENT', on, subject),
        publicity: await publicityOf(this.reference, publicityClass, subject, on),
        paymentDueOn:
          proposal.amountFen > 0 ? await this.reference.dueOn('PENALTY_PAYMENT', on, subject) : null,
      };
    });
  }

  /** The same checks as the act itself, of which a decision has been noticed before. */
  private async refusalOf(
    manager: Tx['manager'],
    subject: PenaltyCase,
    proposal: PenaltyToPreview,
    measures: readonly MeasureRow[],
    on: PlainDate,
  ): Promise<DomainError | null> {
    try {
      const notice = servedNotice(subject.notice);
      if (notice) assertNotHeavier(notice, proposal, measures);
      tierOf(subject.basis, proposal, measures, proposal.severity);
      if (!notice) await this.hearing.assertNone(manager, subject, proposal, on);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}
