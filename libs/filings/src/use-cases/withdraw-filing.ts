import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, saysSomething } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork } from '@zhaoguan/platform';
import { requireOpenTo } from '../domain/admission';
import { applyAct, isApplicant, requireWithdrawal } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { requireReadableAccount } from './applicant-account';
import { CaseRegimes } from './case-regimes';
import { OpenOpinions } from './open-opinions';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';
import { VerificationDesk } from './verification-desk';

/**
 * The applicant takes back what was handed in, as long as it is not decided (撤回申请): the case ends, nobody waits for anything in it any
 * more, and the same may be begun anew at once. Of a decision made at the same time, one of the two stands: the row is locked by either.
 */
@Injectable()
export class WithdrawFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly people: PersonStore,
    private readonly opinions: OpenOpinions,
    private readonly regimes: CaseRegimes,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
    private readonly verification: VerificationDesk,
  ) {}

  /**
   * @param reason for the applicant to give or not; who does it for them at the window says how they asked for it
   * @throws NOT_FOUND, FORBIDDEN, ASSISTANCE_ENDED, STALE_VERSION, INVALID_TRANSITION, RENEWED_ALREADY, REASON_REQUIRED; at the
   *   window APPLICANT_DISABLED
   */
  async execute(
    caller: Caller,
    id: string,
    reason: string | undefined,
    version?: number,
  ): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.filings.getForUpdate(tx, id);
      requireWithdrawal(before, caller);
      assertVersionIfGiven(version, before.version);
      applyAct(before, 'withdraw');
      await requireReadableAccount(this.people, tx, before, caller);
      const asked = await this.regimes.renewing(tx.manager, before);
      requireOpenTo('withdraw', asked, dateInShanghai(tx.at));
      const said = guarded(reason ?? null);
      if (!isApplicant(before, caller) && !saysSomething(said ?? ''))
        throw refuse('REASON_REQUIRED', {}, [HOW_ASKED]);
      await this.opinions.waive(tx, id, '申请人撤回申请');
      await this.verification.endWithCase(tx, id, '申请人撤回申请，不再核查');
      const after = await this.record.execute(tx, {
        action: 'withdraw',
        before,
        changes: {},
        ...(said === null ? {} : { reason: said }),
        event: 'filing.withdrawn',
        payload: { filingId: id, district: before.application.district, withdrawnBy: caller.id },
      });
      return this.present.view(tx.manager, after, caller);
    });
  }
}

const HOW_ASKED = {
  pointer: '/reason',
  code: 'REQUIRED',
  message: '代申请人撤回的，请写明申请人怎样提出撤回',
};
