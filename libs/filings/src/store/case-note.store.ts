import { Injectable } from '@nestjs/common';
import { guarded } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { CaseNote } from '../domain/case-note';

/** Internal notes, append-only; row-level security shows them to officials of the place alone. */
@Injectable()
export class CaseNoteStore {
  /** Who writes down a call writes down the number that was called: it is kept masked, for a note is not sealed. */
  async append(tx: Tx, filingId: string, text: string): Promise<void> {
    await tx.manager.query(
      'insert into filings.case_note (id, filing_id, author_id, text, at) values ($1, $2, $3, $4, $5)',
      [tx.newId(), filingId, tx.caller.id, guarded(text), tx.at],
    );
  }

  /** Newest first; one row more than asked for, which tells that there is another page. */
  list(
    manager: EntityManager,
    filingId: string,
    { before, limit }: { readonly before: string | null; readonly limit: number },
  ): Promise<CaseNote[]> {
    return manager.query(
      `select id, author_id as "authorId", text, at from filings.case_note
        where filing_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [filingId, before, limit + 1],
    );
  }
}
