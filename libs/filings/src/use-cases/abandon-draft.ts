import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { assertVersionIfGiven, UnitOfWork } from '@zhaoguan/platform';
import { isApplicant, requireRight } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';

/**
 * The applicant deletes a draft that was never handed in (删除草稿): it ends and leaves the lists; row and files stay. It is theirs alone: who
 * assists them at the window has their right to fill in and to hand in, not to take it from them, and leaves the assistance instead.
 */
@Injectable()
export class AbandonDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, DRAFT_OF_APPLICANT, INVALID_TRANSITION, STALE_VERSION */
  async execute(caller: Caller, id: string, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.filings.getForUpdate(tx, id);
      requireRight(before, caller, 'filing.file');
      if (!isApplicant(before, caller)) throw refuse('DRAFT_OF_APPLICANT');
      assertVersionIfGiven(version, before.version);
      const { kind, application } = before;
      const after = await this.record.execute(tx, {
        action: 'abandon',
        before,
        changes: {},
        event: 'filing.abandoned',
        payload: { filingId: id, district: application.district, kind },
      });
      return this.present.view(tx.manager, after, caller);
    });
  }
}
