import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { dateInShanghai, type PlainDate, toApplicant } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { receiptSpelling } from '../domain/receipt-order';
import { planFaults, requireOrder } from '../domain/verification-order';
import { hasEnded, verificationProcess } from '../domain/verification.process';
import { ReceiptStore } from '../store/receipt.store';
import { VerificationStore } from '../store/verification.store';
import { LoadForDecision } from './load-for-decision';
import { RecordVerificationAct } from './record-verification-act';
import { VerificationDesk } from './verification-desk';
import { Verifications, type VerificationView } from './verifications.query';

export interface VisitOrder {
  /** What is to be looked at, and why; the applicant reads it. */
  readonly purpose: string;
  readonly plannedOn: PlainDate | null;
}

/** The registrar sends officials to the spot (安排现场核查), or does so no longer. No term of the case stops by it. */
@Injectable()
export class OrderVisit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly institutions: InstitutionStore,
    private readonly verifications: VerificationStore,
    private readonly receipts: ReceiptStore,
    private readonly desk: VerificationDesk,
    private readonly acts: RecordVerificationAct,
    private readonly query: Verifications,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, VISIT_BEFORE_ADMISSION, VISIT_NOT_ORDERABLE, VERIFICATION_OPEN,
   *   VALIDATION_FAILED
   */
  order(caller: Caller, id: string, { purpose, plannedOn }: VisitOrder): Promise<VerificationView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.verify');
      const today = dateInShanghai(tx.at);
      const origin = requireOrder(filing, today);
      await this.requireServing(tx, filing);
      const last = await this.verifications.findOfFiling(tx.manager, id);
      if (last !== null && !hasEnded(last)) throw refuse('VERIFICATION_OPEN');
      const { district, township } = placeOf(filing);
      const { kind, applicantId, institutionId } = filing;
      const dueOn = await this.desk.dueOn({ kind, district, origin, decideBy: filing.dueOn }, today);
      const faults = planFaults(plannedOn, today, dueOn);
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      const verification = {
        id: tx.newId(),
        filingId: id,
        institutionId,
        applicantId,
        kind,
        district,
        township,
        origin,
        purpose: toApplicant(purpose),
        plannedOn,
        orderedBy: caller.id,
        status: verificationProcess.initial,
        dueOn,
        correctBy: null,
        openedAt: tx.at,
        since: tx.at,
      };
      await this.verifications.insert(tx, verification);
      await this.audit.append(tx, {
        action: 'filing.verification-ordered',
        subjectType: 'filing',
        subjectId: id,
        district,
        detail: { until: dueOn },
      });
      await tx.emit('filing.visit-ordered', { filingId: id, dueOn, plannedOn });
      return this.query.view(tx.manager, filing, verification, caller);
    });
  }

  /**
   * Nobody goes after all.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, VERSION_REQUIRED, STALE_VERSION, VISIT_NOT_CALLED_OFF,
   *   INVALID_TRANSITION, REASON_REQUIRED
   */
  callOff(
    caller: Caller,
    id: string,
    reason: string,
    version: number | undefined,
  ): Promise<VerificationView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.verify');
      const before = await this.verifications.getForUpdate(tx, id);
      assertVersion(version, await this.verifications.version(tx, before.id));
      if (before.origin === 'ACCEPTANCE') throw refuse('VISIT_NOT_CALLED_OFF');
      await this.acts.execute(tx, { action: 'withdraw', before, terms: {}, reason: toApplicant(reason) });
      return this.query.view(tx.manager, filing, await this.verifications.getForUpdate(tx, id), caller);
    });
  }

  /** What has ended is not looked at any more, nor by a filing of before what another account has filed of it since. */
  private async requireServing(
    tx: Tx,
    { status, institutionId, applicantId, filingNumber }: Filing,
  ): Promise<void> {
    if (status !== 'ACCEPTED' || institutionId === null) return;
    const now = await this.institutions.getForUpdate(tx, institutionId);
    const isHeld = now.status !== 'CLOSED' && now.filingEndedAs === null;
    if (!isHeld || now.operatorId !== applicantId) throw refuse('VISIT_NOT_ORDERABLE');
    const ended =
      filingNumber !== null && (await this.receipts.findEnd(receiptSpelling(filingNumber), tx.manager));
    if (ended) throw refuse('VISIT_NOT_ORDERABLE');
  }
}
