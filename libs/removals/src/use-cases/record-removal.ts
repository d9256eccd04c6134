import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { AuditDetail } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { hearingOf, type Removal } from '../domain/removal';
import { isStatement, removalProcess, WAIVERS, type RemovalAction } from '../domain/removal.process';
import { RemovalStore, type RemovalChange } from '../store/removal.store';

/** What every act of a removal leaves behind: state, transition, entry of the log, event. In the act's transaction. */
@Injectable()
export class RecordRemoval {
  constructor(
    private readonly removals: RemovalStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws INVALID_TRANSITION, REASON_REQUIRED, STATEMENT_PERIOD_RUNNING */
  async execute(
    tx: Tx,
    before: Removal,
    action: RemovalAction,
    change: RemovalChange & {
      readonly reason?: string | undefined;
      readonly detail?: AuditDetail;
      readonly waived?: boolean;
    },
  ): Promise<Removal> {
    const { detail = {}, waived = false, ...changes } = change;
    const on = dateInShanghai(tx.at);
    const applied = removalProcess.apply(before.status, action, hearingOf(before), {
      on,
      reason: changes.reason,
    });
    const after = await this.removals.move(tx, before, applied, changes);
    const { id, institutionId, district, type } = after;
    await this.audit.append(tx, {
      action: waived && isStatement(action) ? WAIVERS[action].logged : `removal.${action}`,
      subjectType: 'removal',
      subjectId: id,
      district,
      detail: { institutionId, type, from: applied.from, to: applied.to, ...detail },
    });
    await tx.emit('removal.moved', {
      removalId: id,
      institutionId,
      district,
      action,
      at: tx.at.toISOString(),
      ...(waived ? { waived } : {}),
    });
    return after;
  }
}
