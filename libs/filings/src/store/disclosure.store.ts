import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { DisclosureLine } from '../domain/disclosure.process';

/** What the public was told of filings that do not meet the standards; append-only. */
@Injectable()
export class DisclosureStore {
  lines(manager: EntityManager, filingId: string): Promise<DisclosureLine[]> {
    return manager.query(
      `select seq, action, to_status as "to", reason, note, at from filings.disclosure where filing_id = $1 order by seq`,
      [filingId],
    );
  }

  /** The filing's row is locked, so its lines are counted one after the other. */
  async append(tx: Tx, filingId: string, line: Omit<DisclosureLine, 'at'>): Promise<void> {
    const { seq, action, to, reason, note } = line;
    await tx.manager.query(
      `insert into filings.disclosure (filing_id, seq, action, to_status, reason, note, actor_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [filingId, seq, action, to, reason, note, tx.caller.id, tx.at],
    );
  }

  /** What the notice of the refusal said, and under which number; null for a filing that got none of this kind. */
  async findNotice(
    manager: EntityManager,
    filingId: string,
  ): Promise<{ readonly number: string; readonly authority: string } | null> {
    const rows: { number: string; authority: string }[] = await manager.query(
      `select number, authority from filings.paper where filing_id = $1 and kind = 'NONCONFORMITY_NOTICE'`,
      [filingId],
    );
    return rows[0] ?? null;
  }
}
