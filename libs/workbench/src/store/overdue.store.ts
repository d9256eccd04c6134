import { Injectable } from '@nestjs/common';
import { refuse, type SubjectType, type WorkItemType } from '@zhaoguan/contracts';
import type { Transition } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Overdue, OverdueKey } from '../domain/overdue';
import type { OverdueAction, OverdueStatus } from '../domain/overdue.process';
import { isUndecidedRating } from './undecided-rating';

export const OVERDUE = `o.id, o.type, o.subject_type as "subjectType", o.subject_id as "subjectId", o.due_on::text as "dueOn", o.title,
  o.district, o.township, o.department, o.permission, o.assignees, o.concerned, o.level, o.place, o.lacking, o.status,
  o.raised_at as "raisedAt", o.ended_at as "endedAt", o.version from workbench.overdue o`;

/** What is known of it when it is raised. */
export type OverdueToRaise = Omit<Overdue, 'id' | 'status' | 'raisedAt' | 'endedAt' | 'version'> & {
  readonly detail: string;
};

/** What a step changes besides the state. */
export type OverdueChanges = Partial<
  Pick<Overdue, 'level' | 'place' | 'lacking' | 'assignees' | 'concerned'>
> & {
  readonly note?: string;
};

@Injectable()
export class OverdueStore {
  /** @returns its id; undefined when it has been raised already, also by another worker in this moment */
  async insert(tx: Tx, facts: OverdueToRaise): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.manager.query(
      `insert into workbench.overdue (id, type, subject_type, subject_id, due_on, title, detail, district, township, department,
                                      permission, assignees, concerned, level, place, lacking, status, raised_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'RAISED', $17, 1)
       on conflict (subject_id, type, due_on) do nothing returning id`,
      [
        tx.newId(),
        facts.type,
        facts.subjectType,
        facts.subjectId,
        facts.dueOn,
        facts.title,
        facts.detail,
        facts.district,
        facts.township,
        facts.department,
        facts.permission,
        facts.assignees,
        facts.concerned,
        facts.level,
        facts.place,
        facts.lacking,
        tx.at,
      ],
    );
    return rows[0]?.id;
  }

  async find(manager: EntityManager, id: string): Promise<Overdue | undefined> {
    const rows: Overdue[] = await manager.query(`select ${OVERDUE} where o.id = $1`, [id]);
    return rows[0];
  }

  /** Whether it is a bad rating of a filing that is to be decided. */
  async isUndecidedRating(manager: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select from workbench.overdue o where o.id = $1 and ${isUndecidedRating('o')}`,
      [id],
    );
    return rows.length > 0;
  }

  /** The newest of this type about the subject that has not ended. */
  async findOpen(
    manager: EntityManager,
    subjectId: string,
    type: WorkItemType,
  ): Promise<Overdue | undefined> {
    const rows: Overdue[] = await manager.query(
      `select ${OVERDUE} where o.subject_id = $1 and o.type = $2 and o.status <> 'ENDED' order by o.due_on desc limit 1`,
      [subjectId, type],
    );
    return rows[0];
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async getForUpdate(tx: Tx, id: string): Promise<Overdue> {
    const rows: Overdue[] = await tx.manager.query(`select ${OVERDUE} where o.id = $1 for update of o`, [id]);
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  async getByKeyForUpdate(tx: Tx, { type, subjectId, dueOn }: OverdueKey): Promise<Overdue> {
    const rows: Overdue[] = await tx.manager.query(
      `select ${OVERDUE} where o.subject_id = $1 and o.type = $2 and o.due_on = $3 for update of o`,
      [subjectId, type, dueOn],
    );
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** Those not ended, in the order of their ids, behind `after`. */
  listOpen(manager: EntityManager, after: string, limit: number): Promise<Overdue[]> {
    return manager.query(
      `select ${OVERDUE} where o.status <> 'ENDED' and ($1 = '' or o.id > nullif($1, '')::uuid) order by o.id limit $2`,
      [after, limit],
    );
  }

  /** Those about a subject that have not ended, the longest overdue first. */
  openAbout(
    manager: EntityManager,
    { type, id }: { readonly type: SubjectType; readonly id: string },
  ): Promise<Overdue[]> {
    return manager.query(
      `select ${OVERDUE} where o.subject_id = $1 and o.subject_type = $2 and o.status <> 'ENDED' order by o.due_on, o.id`,
      [id, type],
    );
  }

  /** Whose own the work is by now; that it was handed over is told by the case itself. */
  async hand(
    tx: Tx,
    { id }: Pick<Overdue, 'id'>,
    { assignees, concerned }: Pick<Overdue, 'assignees' | 'concerned'>,
  ): Promise<void> {
    await tx.manager.query('update workbench.overdue set assignees = $2, concerned = $3 where id = $1', [
      id,
      assignees,
      concerned,
    ]);
  }

  /** Ids of those about these matters that have not ended. */
  async openOf(manager: EntityManager, matters: readonly string[]): Promise<string[]> {
    if (matters.length === 0) return [];
    const rows: { id: string }[] = await manager.query(
      `select id from workbench.overdue where subject_id = any ($1::uuid[]) and status <> 'ENDED' order by id`,
      [matters],
    );
    return rows.map(({ id }) => id);
  }

  /** The next state with its line of the history. */
  async move(
    tx: Tx,
    before: Overdue,
    { action, from, to }: Transition<OverdueStatus, OverdueAction>,
    { note, ...changes }: OverdueChanges = {},
  ): Promise<void> {
    const after = { ...before, ...changes };
    await tx.manager.query(
      `update workbench.overdue set status = $2, level = $3, place = $4, assignees = $5, concerned = $6, ended_at = $7, lacking = $8,
              version = version + 1 where id = $1`,
      [
        before.id,
        to,
        after.level,
        after.place,
        after.assignees,
        after.concerned,
        to === 'ENDED' ? tx.at : null,
        after.lacking,
      ],
    );
    await tx.manager.query(
      `insert into workbench.overdue_step (overdue_id, seq, action, from_state, to_state, level, actor_id, at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [before.id, before.version, action, from, to, after.level, tx.caller.id, tx.at, note ?? null],
    );
  }
}
