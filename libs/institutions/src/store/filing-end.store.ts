import { Injectable } from '@nestjs/common';
import type { FilingEnd, Regime } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';

/** What became of a filing by an act of the authority (注销、撤销), or that it came back. */
export interface FilingEndEntry {
  readonly removalId: string;
  readonly institutionId: string;
  readonly filingNumber: string;
  /** What the institution held under the number. */
  readonly regime: Regime;
  readonly endedAs: FilingEnd | 'RESTORED';
  readonly endedOn: PlainDate;
}

/** Append-only. */
@Injectable()
export class FilingEndStore {
  async insert(tx: Tx, entry: FilingEndEntry): Promise<void> {
    const { removalId, institutionId, filingNumber, regime, endedAs, endedOn } = entry;
    await tx.manager.query(
      `insert into institutions.filing_end
         (removal_id, institution_id, filing_number, regime, ended_as, ended_on, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [removalId, institutionId, filingNumber, regime, endedAs, endedOn, tx.caller.id, tx.at],
    );
  }

  /** In which state a cancellation found the institution; undefined when it did not close it. */
  async closedFrom(tx: Tx, removalId: string): Promise<'OPERATING' | 'SUSPENDED' | undefined> {
    const rows: { from: 'OPERATING' | 'SUSPENDED' }[] = await tx.manager.query(
      `select from_status as "from" from institutions.status_step where removal_id = $1 and action = 'close'`,
      [removalId],
    );
    return rows[0]?.from;
  }
}
