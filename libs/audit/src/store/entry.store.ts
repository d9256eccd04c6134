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
  /** Name of the person that the entry is about; null when it is about something else. */
  readonly subjectName: string | null;
}

@Injectable()
export class EntryStore {
  /**
   * Newest first, those of the bound jurisdiction. An entry without a district is about the whole installation.
   * @param nationwide whether the reader is responsible for the whole country
   */
  list(
    reader: SqlReader,
    criteria: EntryCriteria,
    page: { readonly limit: number; readonly before?: string; readonly nationwide: boolean },
  ): Promise<readonly EntryRow[]> {
    return reader.query(
      `select e.id, e.canonical, l.seq, actor.name as "actorName", subject.name as "subjectName"
         from audit.entry e left join audit.leaf l on l.entry_id = e.id
         left join access.person_name actor on actor.id = e.actor_id
         left join access.person_name subject
                on subject.id = case when e.subject_type = 'person' then e.subject_id::uuid end
        where (platform.covers(e.district) or ($5 and e.district is null))
          and ($1::text is null or e.subject_type = $1)
          and ($2::text is null or e.subject_id = $2)
          and ($3::uuid is null or e.id < $3)
          and ($6::uuid is null or e.actor_id = $6)
          and ($7::uuid is null or e.id >= $7)
          and ($8::uuid is null or e.id < $8)
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
      ],
    );
  }
}
