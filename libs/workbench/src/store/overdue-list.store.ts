import { Injectable } from '@nestjs/common';
import type { OverdueBand, OverdueLevel } from '@zhaoguan/contracts';
import {
  decodeCursor,
  DomainError,
  encodeCursor,
  isPlainDate,
  isUuid,
  type PlainDate,
} from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { Overdue } from '../domain/overdue';
import type { OverdueAction, OverdueStatus } from '../domain/overdue.process';
import type { Scope } from '../domain/scope';
import { OVERDUE } from './overdue.store';
import { SqlParameters } from './sql-parameters';
import { isUndecidedRating } from './undecided-rating';

export interface OverdueCriteria {
  /** Without one: all that have not ended. */
  readonly status?: OverdueStatus;
  readonly level?: OverdueLevel;
  readonly department?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface OverdueStep {
  readonly overdueId: string;
  readonly action: OverdueAction;
  readonly level: OverdueLevel;
  readonly actorId: string;
  readonly at: Date;
  readonly note: string | null;
}

/** What the head decides themselves lies above from the first, so the place says it and not the level. */
const ABOVE = 'o.place <> o.district';

/** Of an office: how many wait, by how late they are; how many of them went up further, and how many ended since a day. */
export type OverdueCounts = Readonly<Record<OverdueBand | 'further' | 'ended', number>>;
export interface OfficeCounts extends OverdueCounts {
  readonly district: string;
  readonly department: string;
}

@Injectable()
export class OverdueListStore {
  /** What is longest overdue on top; one row more than asked for. @throws INVALID_CURSOR */
  list(manager: EntityManager, scope: Scope, criteria: OverdueCriteria): Promise<Overdue[]> {
    const parameters = new SqlParameters();
    const { status, level, department, cursor, limit } = criteria;
    const conditions = [
      ...within(scope, parameters),
      status === undefined ? `o.status <> 'ENDED'` : `o.status = ${parameters.add(status, 'text')}`,
      ...(level === undefined ? [] : [level === 'FIRST' ? 'o.place = o.district' : ABOVE]),
      ...(department === undefined ? [] : [`o.department = ${parameters.add(department, 'text')}`]),
      ...(cursor === undefined ? [] : [beyond(cursor, parameters)]),
    ];
    return manager.query(
      `select ${OVERDUE} where ${conditions.join(' and ')} order by o.due_on, o.id limit ${parameters.add(limit + 1, 'integer')}`,
      parameters.values,
    );
  }

  cursorOf({ dueOn, id }: Pick<Overdue, 'dueOn' | 'id'>): string {
    return encodeCursor([dueOn, id]);
  }

  steps(manager: EntityManager, ids: readonly string[]): Promise<OverdueStep[]> {
    return manager.query(
      `select overdue_id as "overdueId", action, level, actor_id as "actorId", at, note from workbench.overdue_step
        where overdue_id = any ($1::uuid[]) order by overdue_id, seq`,
      [ids],
    );
  }

  /** By office, those with most to do first; the whole in the first row, which names no office. */
  count(
    manager: EntityManager,
    scope: Scope,
    edges: { readonly five: PlainDate; readonly fifteen: PlainDate },
    endedSince: PlainDate,
    limit: number,
  ): Promise<(OverdueCounts & Partial<OfficeCounts>)[]> {
    const parameters = new SqlParameters();
    const five = parameters.add(edges.five, 'date');
    const fifteen = parameters.add(edges.fifteen, 'date');
    const since = parameters.add(endedSince, 'date');
    const open = `o.status <> 'ENDED'`;
    return manager.query(
      `select o.district, o.department,
              count(*) filter (where ${open} and o.due_on >= ${five})::integer as "upTo5",
              count(*) filter (where ${open} and o.due_on < ${five} and o.due_on >= ${fifteen})::integer as "upTo15",
              count(*) filter (where ${open} and o.due_on < ${fifteen})::integer as longer,
              count(*) filter (where ${open} and ${ABOVE})::integer as further,
              count(*) filter (where o.ended_at >= ${since})::integer as ended
         from workbench.overdue o where ${within(scope, parameters).join(' and ')} and (${open} or o.ended_at >= ${since})
        group by grouping sets ((), (o.district, o.department))
        order by grouping(o.district) desc, count(*) filter (where ${open}) desc, o.district, o.department
        limit ${parameters.add(limit + 1, 'integer')}`,
      parameters.values,
    );
  }
}

/** What the person above sees: all of the department in the jurisdiction; everybody else what they have let pass themselves; who may decide filings, no bad rating of one that is to be decided. */
function within(
  { personId, permissions, departments, places, heldByOthers }: Scope,
  parameters: SqlParameters,
): readonly string[] {
  const held = parameters.add(permissions, 'text[]');
  return [
    `o.department = any (${parameters.add(departments, 'text[]')})`,
    `('overdue.supervise' = any (${held}) or o.permission = any (${held})
      and (o.assignees = '{}' or ${parameters.add(personId, 'uuid')} = any (o.assignees)))`,
    `not ('filing.accept' = any (${held}) and ${isUndecidedRating('o')})`,
    `(o.township is null or not (o.township = any (${parameters.add(heldByOthers, 'text[]')})))`,
    ...(places === null ? [] : [`o.district = any (${parameters.add(places, 'text[]')})`]),
  ];
}

/** Condition that a row stands behind the one that the cursor names. */
function beyond(cursor: string, parameters: SqlParameters): string {
  const [dueOn, id, ...more] = decodeCursor(cursor);
  const valid =
    typeof dueOn === 'string' &&
    isPlainDate(dueOn) &&
    typeof id === 'string' &&
    isUuid(id) &&
    more.length === 0;
  if (!valid) throw new DomainError('INVALID_CURSOR');
  return `(o.due_on, o.id) > (${parameters.add(dueOn, 'date')}, ${parameters.add(id, 'uuid')})`;
}
