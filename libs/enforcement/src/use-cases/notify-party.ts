import { Injectable } from '@nestjs/common';
import { assertService, ReadsOnline } from '@zhaoguan/access';
import type { Caller, PenaltyService, PenaltyTier } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai, guarded, type PlainDate } from '@zhaoguan/kernel';
import { assertVersionIfGiven, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { assertOrderedBefore, type PriorOrder } from '../domain/prior-order';
import type { Notice, PenaltyCase } from '../domain/penalty-case';
import { tierOf, type ProposedPenalty } from '../domain/penalty-range';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { CaseViews, type CaseView } from './case-views';
import { Authorities } from './authorities';
import { act, penaltyMeasures } from './case-act';
import { HearingRule } from './hearing-rule';
import { PartyOfCase } from './party-of-case';

export interface NoticeToGive extends ProposedPenalty {
  readonly severity: PenaltyTier['severity'] | undefined;
  readonly facts: string;
  readonly reasons: string;
  readonly priorOrder: PriorOrder | null;
  readonly service: PenaltyService;
  readonly serviceNote: string | null;
  /** Only where it was handed over on another day than today. */
  readonly servedOn: PlainDate | null;
}

/** Tells the party what is meant to be imposed and why, and what it can say to that (行政处罚告知). */
@Injectable()
export class NotifyParty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly hearing: HearingRule,
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
    private readonly party: PartyOfCase,
    private readonly readsOnline: ReadsOnline,
    private readonly audit: AuditLog,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION, PENALTY_OUT_OF_RANGE, HEARING_REQUIRED,
   *   PRIOR_ORDER_REQUIRED, PRIOR_ORDER_INVALID, NO_OPERATOR, SERVICE_NOTE_REQUIRED, SERVICE_DAY_WRONG
   * @law 行政处罚法第四十四条、第四十五条、第六十三条
   */
  execute(caller: Caller, id: string, input: NoticeToGive, version: number | undefined): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const subject = await this.cases.getForUpdate(tx, id);
      await this.authorities.requireInCharge(caller, subject);
      await this.party.requireAnother(tx, subject);
      assertVersionIfGiven(version, subject.version);
      const on = dateInShanghai(tx.at);
      const transition = act(subject, 'notice', on);
      const measures = await penaltyMeasures(this.reference);
      const tier = tierOf(subject.basis, input, measures, input.severity);
      const { severity } = tier;
      await this.hearing.assertNone(tx.manager, subject, input, on);
      assertOrderedBefore(tier, input.priorOrder, on);
      const service = await this.serviceOf(tx, subject, input, on);
      const noticed = await this.cases.move(tx, subject, transition, {
        notice: {
          severity,
          measures: input.measures,
          amountFen: input.amountFen,
          facts: input.facts,
          reasons: input.reasons,
          priorOrder: input.priorOrder,
          noticedOn: on,
          // Handed over, the days run from the day on which that is entered: no period is over before anybody could see it.
          statementUntil: await this.reference.dueOn('PENALTY_STATEMENT', on, subject),
          ...service,
        },
      });
      await this.audit.append(tx, {
        action: 'penalty-case.noticed',
        subjectType: 'penalty-case',
        subjectId: id,
        district: subject.district,
        detail: { measures: input.measures, amountFen: input.amountFen, severity, channel: service.service },
      });
      const { institutionId, district } = subject;
      await tx.emit('penalty-case.noticed', { caseId: id, institutionId, district });
      return this.views.full(tx.manager, caller, noticed, on);
    });
  }

  private async serviceOf(
    tx: Tx,
    subject: PenaltyCase,
    input: NoticeToGive,
    on: PlainDate,
  ): Promise<Pick<Notice, 'service' | 'serviceNote' | 'servedOn'>> {
    const { service } = input;
    const serviceNote = service === 'ONLINE' ? null : guarded(input.serviceNote);
    const servedOn = service === 'ONLINE' ? on : (input.servedOn ?? on);
    const party = await this.party.of(tx.manager, subject);
    const isReadOnline = await this.readsOnline.whileActing(tx, party, 'case.state');
    assertService({ service, serviceNote, servedOn }, { isReadOnline, paperOn: on, on });
    return { service, serviceNote, servedOn };
  }
}
