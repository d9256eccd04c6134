import { Injectable } from '@nestjs/common';
import {
  ServeDecision,
  type DecisionService,
  type DecisionServiceToEnter,
  type DecisionToServe,
} from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import { REMOVAL_STATUS_LABELS } from '../domain/removal.process';
import { RemovalDecisionServices } from '../store/decision-service.store';
import { RemovalStore } from '../store/removal.store';
import { LoadRemoval } from './load-removal';
import { READS_REMOVALS, RemovalViews, type RemovalView } from './removal-views';

/** When the decision reached the institution (决定书送达): no step of the case, but that from which its periods run. */
@Injectable()
export class ServeRemovalDecision {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadRemoval,
    private readonly removals: RemovalStore,
    private readonly services: RemovalDecisionServices,
    private readonly serve: ServeDecision,
    private readonly audit: AuditLog,
    private readonly views: RemovalViews,
  ) {}

  /** With the decision, where the institution was told online and still reads there. */
  async atOnce(tx: Tx, decided: Removal): Promise<Removal> {
    if (decided.notice?.service !== 'ONLINE') return decided;
    const record = await this.serve.atOnce(tx, this.services, toServe(decided), READS_REMOVALS);
    if (record === null) return decided;
    await this.log(tx, decided, record);
    return this.removals.markServed(tx, decided);
  }

  /**
   * Enters the service of the decision, or puts what was entered right; not of one that was annulled.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, STALE_VERSION, INVALID_TRANSITION, DECISION_SERVED,
   *   DECISION_SERVICE_CHANGED, SERVICE_REASON_REQUIRED, NO_OPERATOR, SERVICE_NOTE_REQUIRED, SERVICE_DAY_WRONG
   */
  execute(
    caller: Caller,
    id: string,
    input: DecisionServiceToEnter,
    version: number | undefined,
  ): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const removal = await this.load.execute(tx, id, version);
      const record = await this.serve.enter(tx, this.services, toServe(removal), input, READS_REMOVALS);
      const served = await this.removals.markServed(tx, removal);
      await this.log(tx, served, record);
      const { institutionId, district } = served;
      const { servedOn, reconsiderationUntil, litigationUntil, paymentDueOn } = record;
      await tx.emit('removal.decision-served', {
        removalId: id,
        institutionId,
        district,
        corrected: record.number > 1,
        servedOn,
        reconsiderationUntil,
        litigationUntil,
        paymentDueOn,
      });
      return this.views.full(tx.manager, caller, served);
    });
  }

  private async log(
    tx: Tx,
    { id, institutionId, type, district }: Removal,
    { number, service, servedOn }: DecisionService,
  ): Promise<void> {
    await this.audit.append(tx, {
      action: number > 1 ? 'removal.decision-service-corrected' : 'removal.decision-served',
      subjectType: 'removal',
      subjectId: id,
      district,
      detail: { institutionId, type, channel: service, servedOn },
    });
  }
}

function toServe({ id, kind, district, status, decision, partyId }: Removal): DecisionToServe {
  if (!decision || status !== 'DECIDED')
    throw refuse('INVALID_TRANSITION', { from: REMOVAL_STATUS_LABELS[status] });
  return { id, kind, district, decidedOn: decision.decidedOn, isFine: false, partyId };
}
