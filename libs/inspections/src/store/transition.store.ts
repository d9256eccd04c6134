import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';

export interface Act {
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly legalBasis: string | undefined;
}

export interface Subject {
  readonly type: 'draw' | 'task' | 'result';
  readonly id: string;
  readonly districts: readonly string[];
}

/** An act as it is kept. */
export interface KeptAct {
  readonly action: string;
  readonly actorId: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** History of draws, tasks and results: one row an act; the state is the fold of the rows. */
@Injectable()
export class TransitionStore {
  /** The same act on each of the subjects; their rows must be locked, so that no two acts take the same place. */
  async append(tx: Tx, subjects: readonly Subject[], act: Act, reason?: string): Promise<void> {
    await tx.manager.query(
      `insert into inspections.transition
         (subject, subject_id, seq, action, from_status, to_status, actor_id, at, reason, legal_basis, districts)
       select s.type, s.id, 1 + coalesce((select max(seq) from inspections.transition t
                                           where t.subject = s.type and t.subject_id = s.id), 0),
              $2, $3, $4, $5, $6, $7, $8, s.districts
         from jsonb_to_recordset($1::jsonb) as s(type text, id uuid, districts text[])`,
      [
        JSON.stringify(subjects),
        act.action,
        act.from,
        act.to,
        tx.caller.id,
        tx.at,
        reason ?? null,
        act.legalBasis ?? null,
      ],
    );
  }

  /** Everybody who ever did this to the subject. */
  async actorsOf(
    manager: EntityManager,
    type: Subject['type'],
    id: string,
    action: string,
  ): Promise<string[]> {
    const rows: { actorId: string }[] = await manager.query(
      `select distinct actor_id as "actorId" from inspections.transition
        where subject = $1 and subject_id = $2 and action = $3`,
      [type, id, action],
    );
    return rows.map(({ actorId }) => actorId);
  }

  /** What was said with each act of a kind, by subject, in the order in which it was done. */
  async reasonsOf(
    manager: EntityManager,
    type: Subject['type'],
    ids: readonly string[],
    action: string,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; reasons: string[] }[] = await manager.query(
      `select subject_id as id, array_agg(reason order by seq) as reasons from inspections.transition
        where subject = $1 and subject_id = any ($2::uuid[]) and action = $3 and reason is not null
        group by subject_id`,
      [type, ids, action],
    );
    return new Map(rows.map(({ id, reasons }) => [id, reasons]));
  }

  /** In the order in which they were done. */
  list(manager: EntityManager, type: Subject['type'], id: string): Promise<KeptAct[]> {
    return manager.query(
      `select action, actor_id as "actorId", at, reason from inspections.transition
        where subject = $1 and subject_id = $2 order by seq`,
      [type, id],
    );
  }
}
