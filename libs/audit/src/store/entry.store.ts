import { Injectable } from '@nestjs/common';
import type { SqlReader } from './log.store';

export interface EntryCriteria {
  readonly subjectType?: string;
  readonly subjectId?: string;
}

export interface EntryRow {
  readonly id: string;
  readonly canonical: string;
  /** Place in the tree; null while it waits for one. */
  readonly seq: string | null;
}

@Injectable()
export class EntryStore {
  /**
   * Newest first, those of the bound jurisdiction. An entry without a district is about the whole installation.
   * @param nationwide whether the reader is responsible for the whole country
   */
  list(
    reader: SqlReader,
    { subjectType, subjectId }: EntryCriteria,
    page: { readonly limit: number; readonly before?: string; readonly nationwide: boolean },
  ): Promise<readonly EntryRow[]> {
    return reader.query(
      `select e.id, e.canonical, l.seq
         from audit.entry e left join audit.leaf l on l.entry_id = e.id
        where (platform.covers(e.district) or ($5 and e.district is null))
          and ($1::text is null or e.subject_type = $1)
          and ($2::text is null or e.subject_id = $2)
          and ($3::uuid is null or e.id < $3)
        order by e.id desc limit $4`,
      [subjectType ?? null, subjectId ?? null, page.before ?? null, page.limit + 1, page.nationwide],
    );
  }
}
