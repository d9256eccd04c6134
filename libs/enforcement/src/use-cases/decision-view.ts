import { Injectable } from '@nestjs/common';
import { enterersOf, PersonStore, shownServices, type ShownDecisionService } from '@zhaoguan/access';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Decision, Penalty, PenaltyCase } from '../domain/penalty-case';
import { remediesText } from '../domain/remedies';
import { PenaltyDecisionServices } from '../store/decision-service.store';
import { Authorities } from './authorities';
import { periodsOf } from './case-periods';

/** A decision as it is answered with; who decided stays inside: the document is the authority's. */
export interface DecisionView extends Omit<Decision, 'decidedBy' | 'penalty'> {
  /** With the period for paying in words, as its paper says it, and its last day; null without a fine, the day also before the service. */
  readonly penalty:
    (Penalty & { readonly paymentPeriod: string | null; readonly paymentDueOn: PlainDate | null }) | null;
  /** Null as long as nobody knows when it reached the party: the periods have not begun. */
  readonly servedOn: PlainDate | null;
  readonly reconsiderationUntil: PlainDate | null;
  readonly litigationUntil: PlainDate | null;
  readonly remedies: string;
  /** Oldest first; the last one holds. */
  readonly services: readonly ShownDecisionService[];
  /** Whether the reader may enter its service, or put it right. */
  readonly mayEnterService: boolean;
}

/** Who reads a decision: an official reads of those who act, and may be the one to serve it. */
export interface DecisionReader {
  readonly isOfficial: boolean;
  readonly mayEnterService: boolean;
}

@Injectable()
export class DecisionViews {
  constructor(
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
    private readonly services: PenaltyDecisionServices,
    private readonly people: PersonStore,
  ) {}

  async of(
    manager: Tx['manager'],
    subject: PenaltyCase,
    decision: Decision,
    { isOfficial, mayEnterService }: DecisionReader,
  ): Promise<DecisionView> {
    const periods = await periodsOf(this.reference, subject, decision.decidedOn);
    const services = await this.services.list(manager, subject.id);
    const served = services.at(-1);
    const names = isOfficial ? await this.people.listNames(manager, enterersOf(services)) : undefined;
    const { number, penalty, text, statementReview, decidedOn, serveBy } = decision;
    return {
      number,
      penalty: penalty && {
        ...penalty,
        paymentPeriod: penalty.amountFen > 0 ? periods.payment : null,
        paymentDueOn: served?.paymentDueOn ?? null,
      },
      text,
      statementReview,
      decidedOn,
      serveBy,
      servedOn: served?.servedOn ?? null,
      reconsiderationUntil: served?.reconsiderationUntil ?? null,
      litigationUntil: served?.litigationUntil ?? null,
      remedies: remediesText(periods, await this.authorities.reviewBodyOf(subject)),
      services: shownServices(services, names),
      mayEnterService,
    };
  }
}
