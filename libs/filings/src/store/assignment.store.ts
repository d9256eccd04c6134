import { Injectable } from '@nestjs/common';
import { guarded } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Assignment, AssignmentAct } from '../domain/assignment';

/** Who conducts a case, and since when. */
export interface Holder {
  readonly personId: string;
  readonly since: Date;
}

export interface AssignmentRow extends Assignment {
  readonly seq: number;
  readonly act: AssignmentAct;
  readonly actorId: string;
  readonly at: Date;
}

/** Who conducts which case now, and how it came there; the steps are append-only. Seen by officials alone. */
@Injectable()
export class AssignmentStore {
  async holder(manager: EntityManager, filingId: string): Promise<Holder | null> {
    const [row]: Holder[] = await manager.query(
      'select person_id as "personId", since from filings.case_holder where filing_id = $1',
      [filingId],
    );
    return row ?? null;
  }

  /** The filing's row is locked, so steps are counted one after the other. */
  async append(tx: Tx, filingId: string, { act, personId, note }: Assignment): Promise<void> {
    await tx.manager.query(
      `insert into filings.assignment (filing_id, seq, act, person_id, actor_id, note, at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6 from filings.assignment where filing_id = $1`,
      [filingId, act, personId, tx.caller.id, guarded(note), tx.at],
    );
    if (personId === null) {
      await tx.manager.query('delete from filings.case_holder where filing_id = $1', [filingId]);
      return;
    }
    await tx.manager.query(
      `insert into filings.case_holder (filing_id, person_id, since) values ($1, $2, $3)
       on conflict (filing_id) do update set person_id = excluded.person_id, since = excluded.since`,
      [filingId, personId, tx.at],
    );
  }

  list(manager: EntityManager, filingId: string): Promise<AssignmentRow[]> {
    return manager.query(
      `select seq, act, person_id as "personId", actor_id as "actorId", note, at
         from filings.assignment where filing_id = $1 order by seq`,
      [filingId],
    );
  }

  /** Cases of this person that are not decided, in the order of their ids, behind `after`. */
  async openOf(
    manager: EntityManager,
    personId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select h.filing_id as id from filings.case_holder h join filings.filing f on f.id = h.filing_id
        where h.person_id = $1 and f.status in ('SUBMITTED', 'RETURNED') and ($2::uuid is null or h.filing_id > $2)
        order by h.filing_id limit $3`,
      [personId, after, limit],
    );
    return rows.map(({ id }) => id);
  }
}
