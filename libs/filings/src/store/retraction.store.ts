import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import type { Retraction } from '../domain/retraction';

const COLUMNS = `id, filing_id as "filingId", seq, reason, status, due_on::text as "dueOn", asked_by as "askedBy", asked_at as "askedAt",
  answer, ended_by as "endedBy", ended_at as "endedAt" from filings.retraction`;

/** That what was accepted be taken back (撤回): asked for, and answered once. Whoever writes here has locked the filing. */
@Injectable()
export class RetractionStore {
  /** @throws RETRACTION_ASKED_ALREADY */
  async insert(tx: Tx, r: Retraction, filing: Filing): Promise<void> {
    const { district, township } = placeOf(filing);
    try {
      await tx.manager.query(
        `insert into filings.retraction (id, filing_id, seq, kind, district, township, reason, status, due_on, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          r.id,
          r.filingId,
          r.seq,
          filing.kind,
          district,
          township,
          r.reason,
          r.status,
          r.dueOn,
          r.askedBy,
          r.askedAt,
        ],
      );
    } catch (error) {
      if (isDuplicateKey(error, 'retraction_open')) throw refuse('RETRACTION_ASKED_ALREADY');
      throw error;
    }
  }

  /** The first first. */
  ofFiling(manager: EntityManager, filingId: string): Promise<Retraction[]> {
    return manager.query(`select ${COLUMNS} where filing_id = $1 order by seq`, [filingId]);
  }

  /** @throws NOT_FOUND */
  async get(tx: Tx, filingId: string, id: string): Promise<Retraction> {
    const [row]: Retraction[] = await tx.manager.query(`select ${COLUMNS} where id = $1 and filing_id = $2`, [
      id,
      filingId,
    ]);
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  async isAsked(manager: EntityManager, filingId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select from filings.retraction where filing_id = $1 and status = 'ASKED'`,
      [filingId],
    );
    return rows.length > 0;
  }

  /** On which day it was taken back; null while it stands. */
  async grantedOn(manager: EntityManager, filingId: string): Promise<PlainDate | null> {
    const [row]: { on: PlainDate }[] = await manager.query(
      `select to_char(ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on" from filings.retraction
        where filing_id = $1 and status = 'GRANTED'`,
      [filingId],
    );
    return row?.on ?? null;
  }

  async saveEnd(tx: Tx, { id, status, answer }: Pick<Retraction, 'id' | 'status' | 'answer'>): Promise<void> {
    await tx.manager.query(
      'update filings.retraction set status = $2, answer = $3, ended_by = $4, ended_at = $5 where id = $1',
      [id, status, answer, tx.caller.id, tx.at],
    );
  }
}
