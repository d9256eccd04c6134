import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { AuditAction } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { Opinion } from '../domain/opinion';
import { opinionProcess, type OpinionAction } from '../domain/opinion.process';
import { OpinionStore } from '../store/opinion.store';

const ENTRIES: Readonly<Record<OpinionAction, AuditAction>> = {
  answer: 'opinion.answered',
  withdraw: 'opinion.withdrawn',
  waive: 'opinion.waived',
};

/** What every act on an opinion leaves behind: state, transition, audit entry, event; of a file the entry. */
@Injectable()
export class OpinionActs {
  constructor(
    private readonly opinions: OpinionStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws INVALID_TRANSITION, REASON_REQUIRED */
  async execute(
    tx: Tx,
    action: OpinionAction,
    before: Opinion,
    said: Pick<Opinion, 'answer' | 'reasons'>,
  ): Promise<void> {
    const reason = said.reasons ?? undefined;
    const applied = opinionProcess.apply(before.status, action, undefined, { reason });
    const after = { ...before, ...said, status: applied.to, endedBy: tx.caller.id, endedAt: tx.at };
    await this.opinions.save(tx, before, after, action);
    const { id, filingId, district, department } = before;
    await this.audit.append(tx, {
      action: ENTRIES[action],
      subjectType: 'filing',
      subjectId: filingId,
      district,
      detail: { department },
    });
    const event: 'opinion.answered' | 'opinion.ended' = applied.emits;
    await tx.emit<'opinion.answered' | 'opinion.ended'>(event, { opinionId: id, filingId });
  }

  async fileAdded(tx: Tx, { filingId, district, department }: Opinion, sm3: string): Promise<void> {
    await this.audit.append(tx, {
      action: 'opinion.file-added',
      subjectType: 'filing',
      subjectId: filingId,
      district,
      detail: { department, sm3 },
    });
  }
}
