import { Injectable } from '@nestjs/common';
import type { AuditSubject } from '@zhaoguan/contracts';
import type { SqlReader } from './log.store';

export interface EntryCriteria {
  readonly subjectType?: AuditSubject;
  readonly subjectId?: string;
  /** Who acted. */
  readonly actorId?: string;
  /** Least id, and the least that is too late. */
  readonly fromId?: string;
  readonly beforeId?: string;
}

export interface EntryRow {
  readonly id: string;
  readonly canonical: string;
  /** Place in the tree; null while it waits for one. */
  readonly seq: string | null;
  /** Null for the system, and for whoever has no account. */
  readonly actorName: string | null;
  /** What the entry is about is called; null where it has no name, or one that is not told yet. */
  readonly subjectName: string | null;
  /** Whether what it is about is a secret still. */
  readonly isSealed: boolean;
}

/**
 * Asked in the same statement for each line that is shown, of the views the owners define for it. A task would name its
 * institution before the inspection begins (抽中名单保密), and a draft is its author's alone: they stay without. Of a case
 * the number, not the party: before its notice nobody else knows of it.
 */
const SUBJECT_NAME = `case when e.subject_id ~ '^[0-9a-f-]{36}$' then case e.subject_type
    when 'person' then (select name from access.person_name where id = e.subject_id::uuid)
    when 'institution' then (select name from institutions.institution_facts where institution_id = e.subject_id::uuid)
    when 'filing' then (select name from filings.filing_facts
                         where filing_id = e.subject_id::uuid and status not in ('DRAFT', 'ABANDONED'))
    when 'plan' then (select title from inspections.plan_hit where subject_id = e.subject_id::uuid)
    when 'draw' then (select title from inspections.draw_facts where draw_id = e.subject_id::uuid)
    when 'penalty-case' then (select case_number from enforcement.case_facts where case_id = e.subject_id::uuid)
  end end`;

/**
 * Which task, whose team and what was found there is a secret until the draw is laid open (or thrown away) or the result is
 * public: who keeps the accounts knows it no sooner than everybody. Of a draw that the reader may not know only the
 * publication is known.
 */
const IS_SEALED = `case when e.subject_type = 'task' and e.subject_id ~ '^[0-9a-f-]{36}$' then
    not exists (select from inspections.assignment_facts a join inspections.draw_facts d on d.draw_id = a.draw_id
                 where a.task_id = e.subject_id::uuid and d.status in ('OPENED', 'VOIDED'))
    and not exists (select from audit.entry s join inspections.result_facts r
                        on r.result_id = (s.canonical::jsonb -> 'detail' ->> 'resultId')::uuid
                     where s.subject_type = 'task' and s.subject_id = e.subject_id and s.action = 'task.submitted'
                       and r.status = 'PUBLISHED')
    else false end`;

@Injectable()
export class EntryStore {
  /**
   * Newest first, those of the bound jurisdiction. An entry without a district is about the whole installation. By its
   * subject nothing is found that is sealed: it would tell that it is about that.
   * @param nationwide whether the reader is responsible for the whole country
   * @param accountsElsewhere places inside the own districts whose accounts another administrator looks after (功能区)
   */
  list(
    reader: SqlReader,
    criteria: EntryCriteria,
    page: {
      readonly limit: number;
      readonly before?: string;
      readonly nationwide: boolean;
      readonly accountsElsewhere: readonly string[];
    },
  ): Promise<readonly EntryRow[]> {
    return reader.query(
      `select e.id, e.canonical, l.seq, actor.name as "actorName", ${SUBJECT_NAME} as "subjectName",
              ${IS_SEALED} as "isSealed"
         from audit.entry e left join audit.leaf l on l.entry_id = e.id
         left join access.person_name actor on actor.id = e.actor_id
        where (platform.covers(e.district) or ($5 and e.district is null))
          and ($1::text is null or e.subject_type = $1)
          and ($2::text is null or (e.subject_id = $2 and not ${IS_SEALED}))
          and ($3::uuid is null or e.id < $3)
          and ($6::uuid is null or e.actor_id = $6)
          and ($7::uuid is null or e.id >= $7)
          and ($8::uuid is null or e.id < $8)
          and (e.subject_type <> 'person' or e.district is null or e.district <> all ($9))
        order by e.id desc limit $4`,
      [
        criteria.subjectType ?? null,
        criteria.subjectId ?? null,
        page.before ?? null,
        page.limit + 1,
        page.nationwide,
        criteria.actorId ?? null,
        criteria.fromId ?? null,
        criteria.beforeId ?? null,
        page.accountsElsewhere,
      ],
    );
  }
}
