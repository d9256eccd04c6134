import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';

export interface Act {
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly legalBasis: string | undefined;
}

/** History of draws, tasks and results: one row an act; the state is the fold of the rows. */
@Injectable()
export class TransitionStore {
  /** The subject's row must be locked, so that no two acts take the same place. */
  async append(
    tx: Tx,
    subject: 'draw' | 'task' | 'result',
    subjectId: string,
    districts: readonly string[],
    act: Act,
    reason?: string,
  ): Promise<void> {
    await tx.manager.query(
      `insert into inspections.transition
         (subject, subject_id, seq, action, from_status, to_status, actor_id, at, reason, legal_basis, districts)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
         from inspections.transition where subject = $1 and subject_id = $2`,
      [
        subject,
        subjectId,
        act.action,
        act.from,
        act.to,
        tx.caller.id,
        tx.at,
        reason ?? null,
        act.legalBasis ?? null,
        districts,
      ],
    );
  }
}
