import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { missingFields } from '../domain/application-faults';
import { requireRight, type Filing } from '../domain/filing';
import { filingProcess } from '../domain/filing.process';
import { missingMaterials } from '../domain/materials';
import { siteTaken } from '../domain/open-filing';
import { FilingStores } from '../store/filing-stores';
import { FilingReference } from './filing-reference';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';

/** The operator hands the filing in (提交备案); what is handed in is kept as it is, and the authority's term begins. */
@Injectable()
export class SubmitFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly reference: FilingReference,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
  ) {}

  /**
   * @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, FIELDS_INCOMPLETE, VALIDATION_FAILED, MATERIALS_INCOMPLETE,
   *   DUPLICATE_FILING
   */
  async execute(caller: Caller, id: string, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.stores.filings.getForUpdate(tx, id);
      requireRight(before, caller, 'filing.file');
      filingProcess.apply(before.status, 'submit');
      assertVersionIfGiven(version, before.version);
      await this.requireComplete(tx, before);
      const open = await this.stores.filings.findOpenAtSiteOf(tx, before);
      if (open) throw siteTaken(open, caller.id);
      const after = await this.handIn(tx, before);
      return this.present.view(tx.manager, after, caller);
    });
  }

  private async handIn(tx: Tx, before: Filing): Promise<Filing> {
    const { id, kind, application } = before;
    const dueOn = await this.reference.dueOn(before, dateInShanghai(tx.at));
    const uploaded = await this.stores.materials.current(tx.manager, id);
    const after = await this.record.execute(tx, {
      action: 'submit',
      before,
      changes: { round: before.round + 1, dueOn, submittedAt: tx.at },
      event: 'filing.submitted',
      payload: { filingId: id, district: application.district, kind, dueOn },
    });
    await this.stores.history.appendSubmission(
      tx,
      after,
      uploaded.map((material) => material.id),
    );
    return after;
  }

  /** The rules are asked again: since the draft was saved a limit may have changed, or a lease grown too short. */
  private async requireComplete(tx: Tx, filing: Filing): Promise<void> {
    const missing = missingFields(filing.application);
    if (missing.length > 0) throw refuse('FIELDS_INCOMPLETE', {}, missing);
    const faults = await this.reference.faultsOf(filing.application, filing.kind, tx.at);
    if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
    const listed = await this.reference.materialsOf(filing);
    const uploaded = await this.stores.materials.current(tx.manager, filing.id);
    const lacking = missingMaterials(listed, new Set(uploaded.map(({ code }) => code)));
    if (lacking.length > 0) {
      const fields = lacking.map(({ code }) => ({
        pointer: `/materials/${code}`,
        code: 'REQUIRED',
        message: '请上传',
      }));
      throw refuse('MATERIALS_INCOMPLETE', { missing: lacking.map(({ name }) => name) }, fields);
    }
  }
}
