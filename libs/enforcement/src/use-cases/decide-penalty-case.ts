import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai, yearOf, type PlainDate } from '@zhaoguan/kernel';
import { assertVersionIfGiven, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { numberIn, seriesOf } from '../domain/case-number';
import {
  servedNotice,
  type Decision,
  type Penalty,
  type PenaltyCase,
  type ServedNotice,
} from '../domain/penalty-case';
import {
  assertNotHeavier,
  labelsOf,
  publicityClassOf,
  tierOf,
  type ProposedPenalty,
} from '../domain/penalty-range';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { Authorities } from './authorities';
import { act, penaltyMeasures } from './case-act';
import { DecisionDesk } from './decision-desk';
import { PartyOfCase } from './party-of-case';
import { CaseViews, type CaseView } from './case-views';

export interface DecisionToMake {
  readonly outcome: 'PENALTY' | 'NO_PENALTY';
  /** As noticed when left out. */
  readonly measures?: ProposedPenalty['measures'];
  readonly amountFen?: number;
  readonly text: string;
  readonly statementReview?: string;
}

/** Ends a case: a penalty (行政处罚决定) or none (不予行政处罚). */
@Injectable()
export class DecidePenaltyCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly reference: ReferenceData,
    private readonly authorities: Authorities,
    private readonly party: PartyOfCase,
    private readonly desk: DecisionDesk,
    private readonly audit: AuditLog,
    private readonly views: CaseViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, OWN_INSPECTION, STALE_VERSION, INVALID_TRANSITION, STATEMENT_PERIOD_RUNNING, STATEMENT_REVIEW_REQUIRED,
   *   PENALTY_HEAVIER_THAN_NOTICE, PENALTY_OUT_OF_RANGE
   * @law 行政处罚法第四十五条、第五十七条、第五十九条、第六十一条
   */
  execute(caller: Caller, id: string, input: DecisionToMake, version: number | undefined): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const subject = await this.cases.getForUpdate(tx, id);
      await this.authorities.requireInCharge(caller, subject);
      await this.party.requireAnother(tx, subject);
      if (await this.cases.isOwnInspection(tx, subject.id, caller.id)) throw refuse('OWN_INSPECTION');
      assertVersionIfGiven(version, subject.version);
      const on = dateInShanghai(tx.at);
      const transition = act(subject, input.outcome === 'PENALTY' ? 'penalise' : 'dismiss', on);
      await this.assertReviewed(tx, subject, input);
      const penalty = input.outcome === 'PENALTY' ? await this.penaltyFor(subject, input) : null;
      const decision = await this.decision(tx, subject, input, penalty, on);
      const decided = await this.cases.move(tx, subject, transition, { decision });
      await this.tell(tx, decided, decision);
      const served = await this.desk.serveAtOnce(tx, decided);
      return this.views.full(tx.manager, caller, served, on);
    });
  }

  private async assertReviewed(tx: Tx, subject: PenaltyCase, input: DecisionToMake): Promise<void> {
    if (input.statementReview?.trim() || !(await this.cases.hasStatement(tx, subject.id))) return;
    throw refuse('STATEMENT_REVIEW_REQUIRED', {}, [
      { pointer: '/statementReview', code: 'REQUIRED', message: '请填写' },
    ]);
  }

  private async penaltyFor(subject: PenaltyCase, input: DecisionToMake): Promise<Penalty> {
    const notice = noticeOf(subject);
    const measures = input.measures ?? notice.measures;
    const amountFen = input.amountFen ?? (measures.includes('FINE') ? notice.amountFen : 0);
    const proposal: ProposedPenalty = { measures, amountFen };
    const catalogue = await penaltyMeasures(this.reference);
    assertNotHeavier(notice, proposal, catalogue);
    tierOf(subject.basis, proposal, catalogue);
    return {
      measures,
      measureLabels: labelsOf(measures, catalogue),
      amountFen,
      publicityClass: publicityClassOf(proposal, catalogue),
    };
  }

  private async decision(
    tx: Tx,
    subject: PenaltyCase,
    input: DecisionToMake,
    penalty: Penalty | null,
    on: PlainDate,
  ): Promise<Decision> {
    const { kind, district } = subject;
    const series = seriesOf(district, kind, input.outcome, yearOf(on));
    return {
      number: numberIn(series, await this.cases.nextOrdinal(tx, series)),
      penalty,
      text: input.text,
      statementReview: input.statementReview?.trim() || null,
      decidedBy: tx.caller.id,
      decidedOn: on,
      serveBy: await this.reference.dueOn('PENALTY_SERVICE', on, subject),
    };
  }

  private async tell(tx: Tx, decided: PenaltyCase, { number, penalty, decidedOn }: Decision): Promise<void> {
    const { id: caseId, institutionId, district } = decided;
    await this.audit.append(tx, {
      action: penalty ? 'penalty-case.decided' : 'penalty-case.dismissed',
      subjectType: 'penalty-case',
      subjectId: caseId,
      district,
      detail: { number, measures: penalty?.measures, amountFen: penalty?.amountFen },
    });
    if (!penalty) return tx.emit('penalty-case.dismissed', { caseId, institutionId, district });
    await tx.emit('penalty.decided', {
      caseId,
      institutionId,
      district,
      decisionNumber: number,
      decidedOn,
      measures: penalty.measures,
      amountFen: penalty.amountFen,
      publicityClass: penalty.publicityClass,
    });
  }
}

/** The process lets nobody penalise without a notice. @law 行政处罚法第六十二条 */
function noticeOf(subject: PenaltyCase): ServedNotice {
  const notice = servedNotice(subject.notice);
  if (!notice) throw new Error(`case ${subject.id} is to be penalised without a notice`);
  return notice;
}
