import { Injectable } from '@nestjs/common';
import {
  ServeDecision,
  type DecisionService,
  type DecisionServiceToEnter,
  type DecisionToServe,
} from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { PenaltyCase } from '../domain/penalty-case';
import { PENALTY_CASE_STATUS_LABELS } from '../domain/penalty-case.process';
import { PenaltyDecisionServices } from '../store/decision-service.store';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { Authorities } from './authorities';
import { CaseViews, type CaseView } from './case-views';
import { isToldOfCase, PartyOfCase, READS_CASES } from './party-of-case';

/**
 * When the decision of a case reached its party (决定书送达). It is no step of the case, which has ended with the decision; the days for
 * payment and remedies run from it.
 */
@Injectable()
export class DecisionDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly services: PenaltyDecisionServices,
    private readonly serve: ServeDecision,
    private readonly authorities: Authorities,
    private readonly party: PartyOfCase,
    private readonly audit: AuditLog,
    private readonly views: CaseViews,
  ) {}

  /** With the decision, where the party was told online and still reads there. */
  async serveAtOnce(tx: Tx, decided: PenaltyCase): Promise<PenaltyCase> {
    if (decided.notice?.service !== 'ONLINE') return decided;
    const record = await this.serve.atOnce(tx, this.services, await this.toServe(tx, decided), READS_CASES);
    if (record === null) return decided;
    await this.log(tx, decided, record);
    return this.cases.markServed(tx, decided);
  }

  /**
   * Enters the service of the decision, or puts what was entered right.
   * @throws NOT_FOUND, WRONG_DISTRICT, CASE_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION, DECISION_SERVED, DECISION_SERVICE_CHANGED,
   *   SERVICE_REASON_REQUIRED, NO_OPERATOR, SERVICE_NOTE_REQUIRED, SERVICE_DAY_WRONG
   * @law 行政处罚法第六十一条
   */
  execute(
    caller: Caller,
    id: string,
    input: DecisionServiceToEnter,
    version: number | undefined,
  ): Promise<CaseView> {
    return this.work.run(caller, async (tx) => {
      const subject = await this.cases.getForUpdate(tx, id);
      await this.authorities.requireInCharge(caller, subject);
      await this.party.requireAnother(tx, subject);
      assertVersionIfGiven(version, subject.version);
      const decision = await this.toServe(tx, subject);
      const reads = isToldOfCase(subject) ? READS_CASES : null;
      const record = await this.serve.enter(tx, this.services, decision, input, reads);
      const served = await this.cases.markServed(tx, subject);
      await this.log(tx, served, record);
      const { institutionId, district } = served;
      const { servedOn, reconsiderationUntil, litigationUntil, paymentDueOn } = record;
      await tx.emit('penalty-case.decision-served', {
        caseId: id,
        institutionId,
        district,
        corrected: record.number > 1,
        servedOn,
        reconsiderationUntil,
        litigationUntil,
        paymentDueOn,
      });
      return this.views.full(tx.manager, caller, served, dateInShanghai(tx.at));
    });
  }

  private async toServe(tx: Tx, subject: PenaltyCase): Promise<DecisionToServe> {
    const { id, kind, district, status, decision } = subject;
    if (!decision) throw refuse('INVALID_TRANSITION', { from: PENALTY_CASE_STATUS_LABELS[status] });
    const { decidedOn, penalty } = decision;
    const partyId = await this.party.of(tx.manager, subject);
    return { id, kind, district, decidedOn, isFine: penalty !== null && penalty.amountFen > 0, partyId };
  }

  private async log(
    tx: Tx,
    { id, district }: PenaltyCase,
    { number, service, servedOn }: DecisionService,
  ): Promise<void> {
    await this.audit.append(tx, {
      action: number > 1 ? 'penalty-case.decision-service-corrected' : 'penalty-case.decision-served',
      subjectType: 'penalty-case',
      subjectId: id,
      district,
      detail: { channel: service, servedOn },
    });
  }
}
