import { Injectable } from '@nestjs/common';
import { plannedStatement, runPlannedOnce } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { NOT_OF_OFFICES, type OverdueKey } from '../domain/overdue';
import type { DueItem } from '../domain/reminder';
import { viewOf } from './still-waits';
import { WORK_ITEM_VIEWS, type Moment } from './waiting';

/** An item whose last day has passed, before it is asked whether that is to be raised. */
export type LateItem = OverdueKey & Pick<DueItem, 'district' | 'department'> & { readonly place: string };

/** Asked of each item that is late, one after the other: to plan it anew each time takes ten times as long as to read it. */
const CONCERNED = plannedStatement(`with filing as (
         select $1::uuid as id
         union select filing_id from filings.opinion_facts where opinion_id = $1
         union select filing_id from feedback.follow_up_facts where follow_up_id = $1),
       party as (
         select institution_id as id from removals.removal_facts where removal_id = $1
         union select institution_id from enforcement.case_facts where case_id = $1)
       select person_id as person from filings.concerned_facts where filing_id in (select id from filing)
       union select operator_id from institutions.institution_facts
              where institution_id in (select id from party) and operator_id is not null
       union select person_id from inspections.concerned_facts where subject_id = $1`);

/** What offices have let pass, read by the system from the modules' views; what is asked of each item is planned once in a connection. */
@Injectable()
export class OverdueItemStore {
  /** Items whose last day has passed and that are not raised, each once, so that the next batch goes on behind `after`. */
  list(manager: EntityManager, { at, today }: Moment, after: string, limit: number): Promise<LateItem[]> {
    const each = WORK_ITEM_VIEWS.map(
      (
        view,
      ) => `(select distinct w.type, w.subject_id, w.due_on, w.district, w.department, ${PLACE} as place from ${view} w
         where w.due_on < $1 and w.district is not null and w.since <= $2 and w.until >= $1 and w.type <> all ($3::text[])
           and ${PLACE} > $4 and not exists (select from workbench.overdue o where o.subject_id = w.subject_id
             and o.type = w.type and o.due_on = w.due_on and o.status <> 'ENDED')
         order by place limit $5)`,
    );
    return manager.query(
      `select type, subject_id as "subjectId", due_on::text as "dueOn", district, department, place
         from (${each.join(' union all ')}) w order by place limit $5`,
      [today, at, NOT_OF_OFFICES, after, limit],
    );
  }

  /** The rows of one item: one, or one for each whose own it is; none when it waits no more. */
  rowsOf(manager: EntityManager, { type, subjectId, dueOn }: OverdueKey): Promise<DueItem[]> {
    const view = viewOf(type);
    if (view === undefined) return Promise.resolve([]);
    const statement = plannedStatement(
      `select type, subject_type as "subjectType", subject_id as "subjectId", title, detail, district, township, since,
              due_on::text as "dueOn", permission, department, assignee, not_actors as "notActors"
         from ${view} w where w.subject_id = $1 and w.type = $2 and w.due_on = $3 order by assignee`,
    );
    return runPlannedOnce(manager, statement, [subjectId, type, dueOn]);
  }

  /** Which of these wait still, as `keyOf` writes them. */
  async waiting(manager: EntityManager, keys: readonly OverdueKey[]): Promise<ReadonlySet<string>> {
    const views = new Set(keys.map(({ type }) => viewOf(type)).filter((view) => view !== undefined));
    const found = new Set<string>();
    for (const view of views) {
      const statement = plannedStatement(
        `select distinct w.type, w.subject_id as "subjectId", w.due_on::text as "dueOn" from ${view} w
          where w.subject_id = any ($1::uuid[])`,
      );
      const rows = await runPlannedOnce<OverdueKey>(manager, statement, [
        keys.map(({ subjectId }) => subjectId),
      ]);
      for (const row of rows) found.add(keyOf(row));
    }
    return found;
  }

  /** The department in charge of an inspection, whose items are their inspectors' own and name none. */
  async departmentOfTask(manager: EntityManager, taskId: string): Promise<string | undefined> {
    const rows: { department: string }[] = await manager.query(
      `select platform.lead_department(d.kind) as department
         from inspections.assignment_facts a join inspections.draw_facts d on d.draw_id = a.draw_id
        where a.task_id = $1 limit 1`,
      [taskId],
    );
    return rows[0]?.department;
  }

  /** Who keeps the account of the party, filed or entered the case, or has recused themselves, as far as the reader sees it. */
  async concerned(manager: EntityManager, subjectId: string): Promise<string[]> {
    const rows = await runPlannedOnce<{ person: string }>(manager, CONCERNED, [subjectId]);
    return rows.map(({ person }) => person);
  }
}

export function keyOf({ type, subjectId, dueOn }: OverdueKey): string {
  return `${subjectId} ${type} ${dueOn}`;
}

const PLACE = `concat_ws(' ', w.subject_id, w.type, w.due_on)`;
