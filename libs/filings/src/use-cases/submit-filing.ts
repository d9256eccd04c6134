import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { applyAct, requireRight, type Filing } from '../domain/filing';
import { siteTaken } from '../domain/open-filing';
import { FilingStores } from '../store/filing-stores';
import { requireReadableAccount } from './applicant-account';
import { HandInsOfADay } from './hand-ins-of-a-day';
import { OfficeHere } from './office-here';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';
import { RegisteredSite } from './registered-site';
import { SubmissionDesk } from './submission-desk';
import { VerificationDesk } from './verification-desk';

/** The operator hands the filing in (提交备案); what is handed in is kept as it is, and the authority's term begins. */
@Injectable()
export class SubmitFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly day: HandInsOfADay,
    private readonly desk: SubmissionDesk,
    private readonly sites: RegisteredSite,
    private readonly offices: OfficeHere,
    private readonly people: PersonStore,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
    private readonly verification: VerificationDesk,
  ) {}

  /**
   * @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, STALE_VERSION, FIELDS_INCOMPLETE, VALIDATION_FAILED,
   *   MATERIALS_INCOMPLETE, OFFICE_NOT_HERE, DUPLICATE_FILING, HAND_INS_OF_A_DAY, at the window APPLICANT_DISABLED; for a change NOTHING_CHANGED, INSTITUTION_CLOSED
   */
  async execute(caller: Caller, id: string, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const found = await this.stores.filings.getForUpdate(tx, id);
      requireRight(found, caller, 'filing.file');
      applyAct(found, 'submit');
      await requireReadableAccount(this.people, tx, found, caller);
      assertVersionIfGiven(version, found.version);
      await this.day.require(tx, found);
      await this.sites.alone(tx, found);
      const before = await this.desk.againstRegister(tx, found);
      await this.desk.requireComplete(tx, before);
      await this.offices.require(tx, before);
      const open = await this.sites.openFiling(tx, before);
      if (open) throw siteTaken(open, found.applicantId);
      const after = await this.handIn(tx, before);
      return this.present.view(tx.manager, after, caller);
    });
  }

  private async handIn(tx: Tx, before: Filing): Promise<Filing> {
    const { id, kind, application } = before;
    const { dueOn, admitBy } = await this.desk.terms(before, tx.at);
    const uploaded = await this.stores.materials.current(tx.manager, id);
    const after = await this.record.execute(tx, {
      action: 'submit',
      before,
      changes: { round: before.round + 1, dueOn, admitBy, submittedAt: tx.at },
      event: 'filing.submitted',
      payload: {
        filingId: id,
        district: application.district,
        kind,
        dueOn,
        admitBy,
        submittedBy: tx.caller.id,
      },
    });
    await this.stores.history.appendSubmission(
      tx,
      after,
      uploaded.map((material) => material.id),
    );
    await this.verification.afterHandingIn(tx, after);
    return after;
  }
}
