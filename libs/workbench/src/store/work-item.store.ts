import { Injectable } from '@nestjs/common';
import { WORK_ITEM_TYPES, type WorkItemType } from '@zhaoguan/contracts';
import { decodeCursor, DomainError, encodeCursor, isPlainDate, isUuid } from '@zhaoguan/kernel';
import { plannedStatement, runPlannedOnce } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../domain/scope';
import { detailFor, type WorkItem, type WorkItemCount } from '../domain/work-item';
import { SqlParameters } from './sql-parameters';
import { waitingFor, type Moment } from './waiting';

export interface WorkItemPage {
  readonly type?: WorkItemType;
  readonly limit: number;
  readonly cursor?: string;
}

type ListedItem = WorkItem & { readonly department: string | null };
type CountedItems = Omit<WorkItemCount, 'count'> & { readonly count: string };

/** In the views an item without a last day ends at infinity, so that one order and one comparison serve all. */
const NO_LAST_DAY = 'infinity';
const DUE_ON = `nullif(w.due_on, '${NO_LAST_DAY}')::text as "dueOn"`;
/** What was raised waits where it was raised to, and lies where the case does: that is what tells one from another in a list of many counties. */
const LIES_IN = `coalesce((select o.district from workbench.overdue o where w.type = 'OVERDUE_TO_SUPERVISE' and o.id = w.subject_id), w.district) as district`;
const ORDER = 'order by w.due_on, w.subject_id, w.type';

/**
 * Ten views, each twice, of up to eighteen parts under row-level security: to plan them takes ten times as long as to read what waits for somebody.
 * What everybody asks for first, how much waits and what ends first, is planned once in each connection, which keeps some 7 MB for either.
 */
@Injectable()
export class WorkItemStore {
  /** What ends first on top, what has no last day at the end; one row more than asked for. @throws INVALID_CURSOR */
  async list(manager: EntityManager, scope: Scope, moment: Moment, page: WorkItemPage): Promise<WorkItem[]> {
    const parameters = new SqlParameters();
    const parts = waitingFor(scope, moment, parameters, page.type);
    const after = page.cursor === undefined ? '' : `and ${beyond(page.cursor, parameters)}`;
    const limit = `limit ${parameters.add(page.limit + 1, 'integer')}`;
    const each = parts.map((part) => `(select w.* ${part} ${after} ${ORDER} ${limit})`);
    const sql = `select w.type, w.subject_type as "subjectType", w.subject_id as "subjectId", w.title, w.detail, ${LIES_IN},
              w.since, w.department, ${DUE_ON}
         from (${each.join(' union all ')}) w ${ORDER} ${limit}`;
    const everything = page.type === undefined && page.cursor === undefined;
    const rows: ListedItem[] = everything
      ? await runPlannedOnce(manager, plannedStatement(sql), parameters.values)
      : await manager.query(sql, parameters.values);
    return rows.map(({ department, ...item }) => ({
      ...item,
      detail: detailFor(item.type, item.detail, department),
    }));
  }

  async count(manager: EntityManager, scope: Scope, moment: Moment): Promise<WorkItemCount[]> {
    const parameters = new SqlParameters();
    const each = waitingFor(scope, moment, parameters).map((part) => `select w.type, w.due_on ${part}`);
    const statement = plannedStatement(
      `select w.type, ${DUE_ON}, count(*) as count from (${each.join(' union all ')}) w group by w.type, w.due_on`,
    );
    const rows = await runPlannedOnce<CountedItems>(manager, statement, parameters.values);
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  cursorOf({ dueOn, subjectId, type }: Pick<WorkItem, 'dueOn' | 'subjectId' | 'type'>): string {
    return encodeCursor([dueOn ?? NO_LAST_DAY, subjectId, type]);
  }
}

/** Condition that a row stands behind the one that the cursor names. */
function beyond(cursor: string, parameters: SqlParameters): string {
  const [dueOn, subjectId, type, ...more] = decodeCursor(cursor);
  const valid =
    typeof dueOn === 'string' &&
    (dueOn === NO_LAST_DAY || isPlainDate(dueOn)) &&
    typeof subjectId === 'string' &&
    isUuid(subjectId) &&
    WORK_ITEM_TYPES.some((known) => known === type) &&
    more.length === 0;
  if (!valid) throw new DomainError('INVALID_CURSOR');
  const place = [
    parameters.add(dueOn, 'date'),
    parameters.add(subjectId, 'uuid'),
    parameters.add(type, 'text'),
  ];
  return `(w.due_on, w.subject_id, w.type) > (${place.join(', ')})`;
}
