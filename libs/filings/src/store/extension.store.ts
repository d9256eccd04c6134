import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Extension } from '../domain/extension';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';

type Row = Omit<Extension, 'dueBefore' | 'dueAfter'> & {
  readonly dueBefore: string;
  readonly dueAfter: string;
};

const COLUMNS = `id, filing_id as "filingId", reason, status, days, due_before::text as "dueBefore", due_after::text as "dueAfter",
  asked_by as "askedBy", asked_at as "askedAt", answer, ended_by as "endedBy", ended_at as "endedAt" from filings.extension`;

/** Extensions of the term of a case: asked for, and answered once. The row of the filing is locked by whoever writes here. */
@Injectable()
export class ExtensionStore {
  async insert(tx: Tx, e: Extension, filing: Filing): Promise<void> {
    const { district, township } = placeOf(filing);
    await tx.manager.query(
      `insert into filings.extension (id, filing_id, kind, district, township, reason, status, days, due_before, due_after, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        e.id,
        e.filingId,
        filing.kind,
        district,
        township,
        e.reason,
        e.status,
        e.days,
        e.dueBefore,
        e.dueAfter,
        e.askedBy,
        e.askedAt,
      ],
    );
  }

  async ofFiling(manager: EntityManager, filingId: string): Promise<Extension[]> {
    const rows: Row[] = await manager.query(`select ${COLUMNS} where filing_id = $1 order by id`, [filingId]);
    return rows.map(toDomain);
  }

  /** @throws NOT_FOUND */
  async get(tx: Tx, filingId: string, id: string): Promise<Extension> {
    const [row]: Row[] = await tx.manager.query(`select ${COLUMNS} where id = $1 and filing_id = $2`, [
      id,
      filingId,
    ]);
    if (!row) throw refuse('NOT_FOUND');
    return toDomain(row);
  }

  async findOpen(tx: Tx, filingId: string): Promise<Extension | undefined> {
    const [row]: Row[] = await tx.manager.query(
      `select ${COLUMNS} where filing_id = $1 and status = 'ASKED'`,
      [filingId],
    );
    return row && toDomain(row);
  }

  async saveEnd(tx: Tx, { id, status, answer }: Pick<Extension, 'id' | 'status' | 'answer'>): Promise<void> {
    await tx.manager.query(
      `update filings.extension set status = $2, answer = $3, ended_by = $4, ended_at = $5 where id = $1`,
      [id, status, answer, tx.caller.id, tx.at],
    );
  }
}

const toDomain = (row: Row): Extension => ({
  ...row,
  dueBefore: plainDate(row.dueBefore),
  dueAfter: plainDate(row.dueAfter),
});
