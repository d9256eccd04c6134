import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { AuditAction } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { Verification } from '../domain/verification';
import { verificationProcess, type VerificationAction } from '../domain/verification.process';
import { VerificationStore } from '../store/verification.store';

const ENTRIES: Readonly<Record<VerificationAction, AuditAction>> = {
  confirm: 'filing.verified',
  mismatch: 'filing.mismatch-found',
  correct: 'filing.mismatch-corrected',
  amend: 'filing.verification-amended',
  refile: 'filing.verification-refiled',
  settle: 'filing.verification-settled',
  withdraw: 'filing.verification-called-off',
  cancel: 'filing.verification-cancelled',
};

type VerificationEvent =
  'filing.verified' | 'filing.mismatch-found' | 'filing.mismatch-corrected' | 'filing.visit-called-off';

export interface VerificationAct {
  readonly action: VerificationAction;
  readonly before: Verification;
  /** The terms that run afterwards; one that ran before ends with every act. */
  readonly terms: Partial<Pick<Verification, 'dueOn' | 'correctBy'>>;
  readonly reason?: string;
}

/** What every act on a verification leaves behind: state, transition, audit entry, event. */
@Injectable()
export class RecordVerificationAct {
  constructor(
    private readonly verifications: VerificationStore,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the number of the act. @throws INVALID_TRANSITION, REASON_REQUIRED */
  async execute(tx: Tx, { action, before, terms, reason }: VerificationAct): Promise<number> {
    const applied = verificationProcess.apply(before.status, action, undefined, { reason });
    const after: Verification = {
      ...before,
      dueOn: null,
      correctBy: null,
      ...terms,
      status: applied.to,
      since: tx.at,
    };
    const seq = await this.verifications.save(tx, before, after, { action, reason: reason ?? null });
    const { filingId, district } = before;
    await this.audit.append(tx, {
      action: ENTRIES[action],
      subjectType: 'filing',
      subjectId: filingId,
      district,
      detail: { until: after.dueOn ?? after.correctBy },
    });
    const event: VerificationEvent | undefined = applied.emits;
    if (event !== undefined) await tx.emit<VerificationEvent>(event, { filingId });
    return seq;
  }
}
