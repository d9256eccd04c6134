import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Institution } from '@zhaoguan/institutions';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { leave } from '../domain/member';
import { StaffStore } from '../store/staff.store';

/**
 * Whoever files anew for a revoked site keeps a register of staff of their own; who stood in post in that of the account before has left
 * with it, and is neither counted nor watched any more.
 */
@Injectable()
export class EndFormerStaff {
  constructor(
    private readonly staff: StaffStore,
    private readonly audit: AuditLog,
  ) {}

  /** Done again, it changes nothing. */
  async execute(tx: Tx, { id: institutionId, operatorId, district }: Institution): Promise<void> {
    if (operatorId === null) return;
    const on = dateInShanghai(tx.at);
    for (const member of await this.staff.inPostOfOthers(tx, institutionId, operatorId)) {
      const { id } = await this.staff.save(tx, leave(member, on, on));
      const detail = { institutionId, changed: ['leftOn'] };
      await this.audit.append(tx, {
        action: 'staff.left',
        subjectType: 'staff',
        subjectId: id,
        district,
        detail,
      });
    }
  }
}
