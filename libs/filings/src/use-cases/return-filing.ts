import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireOpenTo } from '../domain/admission';
import { callNote } from '../domain/call-before-return';
import { spelled, type Remark } from '../domain/remarks';
import { CaseNoteStore } from '../store/case-note.store';
import { applyAct } from '../domain/filing';
import { LicenceInForce } from './licence-in-force';
import { LoadForDecision } from './load-for-decision';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';
import { ReturnDesk } from './return-desk';

export interface ReturnOrder {
  readonly reasons: readonly Remark[];
  /** What was said when the applicant was rung up (电话联系情况); a note for colleagues. */
  readonly call?: string;
}

/** The authority returns the filing with everything that must be put right (退回补正，一次性告知). */
@Injectable()
export class ReturnFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly desk: ReturnDesk,
    private readonly licences: LicenceInForce,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
    private readonly notes: CaseNoteStore,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED,
   *   UNKNOWN_POINTER, REMARK_TOO_LATE, CALL_REQUIRED, APPLICANT_UNREACHED,
   *   ADMITTED_ALREADY, INSTITUTION_CLOSED, FILING_REMOVED
   */
  async execute(
    caller: Caller,
    id: string,
    { reasons, call }: ReturnOrder,
    version?: number,
  ): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, 'filing.return', version);
      const remarks = reasons.map(spelled);
      // Who comes too late is told so before the remarks are looked at; the record refuses one without a reason.
      applyAct(before, 'return', remarks[0]?.message);
      requireOpenTo('return', before, dateInShanghai(tx.at));
      await this.licences.requireStanding(tx.manager, before);
      await this.desk.requireCall(tx, before, call);
      const reason = await this.desk.summary(tx.manager, before, remarks);
      if (call !== undefined) await this.notes.append(tx, id, callNote(call));
      const after = await this.record.execute(tx, {
        action: 'return',
        before,
        changes: { correctBy: await this.desk.correctBy(before, tx.at), admitBy: null },
        reason,
        remarks,
        event: 'filing.returned',
        payload: { filingId: id, district: before.application.district },
      });
      return this.present.view(tx.manager, after, caller);
    });
  }
}
