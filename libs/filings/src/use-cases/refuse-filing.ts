import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, toApplicant } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireOpenTo } from '../domain/admission';
import { CaseRegimes } from './case-regimes';
import { LoadForDecision } from './load-for-decision';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';
import { VerificationDesk } from './verification-desk';

/** The authority refuses the filing in writing (不予备案，说明理由). */
@Injectable()
export class RefuseFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly regimes: CaseRegimes,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
    private readonly verification: VerificationDesk,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, NOT_ADMITTED_YET, RENEWED_ALREADY, REASON_REQUIRED */
  async execute(caller: Caller, id: string, reason: string, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, 'filing.refuse', version);
      const asked = await this.regimes.renewing(tx.manager, before);
      requireOpenTo('refuse', asked, dateInShanghai(tx.at));
      await this.verification.endWithCase(tx, id, '已作出不予准予的决定，不再核查');
      const after = await this.record.execute(tx, {
        action: 'refuse',
        before,
        changes: {},
        reason: toApplicant(reason),
        event: 'filing.refused',
        payload: { filingId: id, district: before.application.district },
      });
      return this.present.view(tx.manager, after, caller);
    });
  }
}
