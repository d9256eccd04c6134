import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { AcceptanceDesk } from './acceptance-desk';
import { ClosureDesk } from './closure-desk';
import { CommitmentDesk } from './commitment-desk';
import { applyAct } from '../domain/filing';
import { LoadForDecision } from './load-for-decision';
import { OpenOpinions } from './open-opinions';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';
import { VerificationDesk } from './verification-desk';

export interface Acceptance {
  readonly reason?: string | undefined;
  readonly keepChanges?: boolean | undefined;
}

/** The authority accepts (准予备案): number, institution, transition, audit entry and event, all or nothing. */
@Injectable()
export class AcceptFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: AcceptanceDesk,
    private readonly commitments: CommitmentDesk,
    private readonly load: LoadForDecision,
    private readonly opinions: OpenOpinions,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
    private readonly verification: VerificationDesk,
    private readonly closures: ClosureDesk,
  ) {}

  /**
   * @param given `reason`: why it is accepted although a department does not agree, or a visit found otherwise or has not seen it; `keepChanges`: see {@link AcceptanceDesk.enter}
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, DISAGREEMENT_UNEXPLAINED,
   *   VERIFICATION_NOT_RECORDED, MISMATCH_UNEXPLAINED, UNSEEN_UNEXPLAINED,
   *   DUPLICATE_INSTITUTION, LICENCE_EXPIRED, RENEWAL_VOID, RENEWAL_OVERTAKEN, PREDECESSOR_STANDS, TAKEOVER_UNEXPLAINED
   */
  async execute(
    caller: Caller,
    id: string,
    { reason, keepChanges }: Acceptance,
    version?: number,
  ): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, 'filing.accept', version);
      applyAct(before, 'accept');
      const { departments: unheeded, ...why } = await this.opinions.unheeded(tx, id, reason);
      const mismatch = await this.verification.beforeAcceptance(tx, before, reason);
      const { kind, application } = before;
      const entered = await this.desk.enter(tx, before, keepChanges);
      await this.commitments.bind(tx, before);
      const { institutionId, filingNumber } = entered;
      const after = await this.record.execute(tx, {
        action: 'accept',
        before,
        changes: entered,
        ...mergedReasons(why.reason, mismatch),
        unheeded,
        event: 'filing.accepted',
        payload: { filingId: id, institutionId, filingNumber, district: application.district, kind },
      });
      await this.verification.afterAcceptance(tx, after);
      await this.verification.bind(tx, after);
      await this.closures.afterAcceptance(tx, after);
      return this.present.view(tx.manager, after, caller);
    });
  }
}

/** What stands with the acceptance in the history, one sentence for each that it goes against. */
function mergedReasons(...reasons: readonly (string | undefined)[]): { readonly reason?: string } {
  const given = reasons.filter((each) => each !== undefined);
  return given.length === 0 ? {} : { reason: given.join('；') };
}
