import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller, type ExpiryFinding } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { expiryProcess } from '../domain/expiry.process';
import { ExpiryStore } from '../store/expiry.store';
import { RadarOffice } from './radar-office';

export interface ExpiryCheck {
  readonly institutionId: string;
  /** What was checked: things of this institution that have ended. */
  readonly ids: readonly string[];
  readonly finding: ExpiryFinding;
  readonly note: string;
}

/** An official notes what a check of what has ended found (记录核查情况); one visit answers for several things. */
@Injectable()
export class CheckExpiries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly expiries: ExpiryStore,
    private readonly office: RadarOffice,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, UNKNOWN_EXPIRY, INVALID_TRANSITION, REASON_REQUIRED */
  execute(caller: Caller, { institutionId, ids, finding, note }: ExpiryCheck): Promise<void> {
    return this.work.run(caller, async (tx) => {
      const { district } = await this.office.require(tx, institutionId);
      const rows = await this.expiries.namedForUpdate(tx, institutionId, ids);
      const faults = ids.flatMap((id, i) =>
        rows.some((row) => row.id === id) ? [] : [{ pointer: `/ids/${i}`, code: 'UNKNOWN_EXPIRY' }],
      );
      if (faults.length > 0) throw refuse('UNKNOWN_EXPIRY', {}, faults);
      const on = dateInShanghai(tx.at);
      for (const row of rows) {
        const step = expiryProcess.apply(row.status, 'check', row, { on, next: null, reason: note });
        await this.expiries.move(tx, row, step, { reason: note, finding, on });
      }
      await this.audit.append(tx, {
        action: 'expiry.checked',
        subjectType: 'expiry',
        subjectId: institutionId,
        district,
        detail: { institutionId, count: rows.length, finding },
      });
      await tx.emit('expiry.moved', { expiriesOf: institutionId, district });
    });
  }
}
