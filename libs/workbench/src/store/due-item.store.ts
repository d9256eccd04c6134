import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DaysToRemindOf, DueItem } from '../domain/reminder';
import { WORK_ITEM_VIEWS, type Moment } from './waiting';

/** Items of everybody by their last day, for the reminders. Read by the system, which sees every district. */
@Injectable()
export class DueItemStore {
  /** In the order of their subjects, so that the next batch goes on behind `after`. */
  list(
    manager: EntityManager,
    { near, overdue }: DaysToRemindOf,
    { at, today }: Moment,
    after: string,
    limit: number,
  ): Promise<(DueItem & { readonly place: string })[]> {
    const each = WORK_ITEM_VIEWS.map(
      (view) => `(select w.*, ${PLACE} as place from ${view} w
         where w.due_on = any ($1::date[]) and w.district is not null and w.since <= $2 and w.until >= $3 and ${PLACE} > $4
         order by place limit $5)`,
    );
    return manager.query(
      `select type, subject_type as "subjectType", subject_id as "subjectId", title, detail, district, township, since,
              due_on::text as "dueOn", permission, department, assignee, not_actors as "notActors", place
         from (${each.join(' union all ')}) w order by place limit $5`,
      [[...near, ...overdue], at, today, after, limit],
    );
  }
}

/** A subject waits for several people, each in a row of its own. */
const PLACE = `concat_ws(' ', w.subject_id, w.type, w.assignee)`;
