import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@zhaoguan/contracts';
import type { SqlReader } from './log.store';

/** What one person did to one kind of thing on one day (China), taken together. */
export interface Trace {
  readonly actorId: string;
  readonly action: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Something that one of some people may have done to a thing. */
export interface Deed {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly actions: readonly AuditAction[];
  readonly actorIds: readonly string[];
  readonly since: Date;
}

const MOST_TRACES = 200;

/**
 * Reads back what was noted about some things, for the modules that have it noted: who looked at a secret, say. The
 * caller has asked before whether the reader may know.
 */
@Injectable()
export class TraceStore {
  /** The last first, at most 200. */
  async list(
    reader: SqlReader,
    subjectType: string,
    subjectIds: readonly string[],
    action: string,
  ): Promise<Trace[]> {
    return reader.query(
      `select actor_id as "actorId", action, count(*)::int as count, min(at) as "firstAt", max(at) as "lastAt"
         from audit.entry
        where subject_type = $1 and subject_id = any ($2::text[]) and action = $3
        group by actor_id, action, (at at time zone 'Asia/Shanghai')::date
        order by max(at) desc limit $4`,
      [subjectType, subjectIds, action, MOST_TRACES],
    );
  }

  /** The things of one kind on which somebody ever left such an entry. */
  async subjectsOf(
    reader: SqlReader,
    actorId: string,
    subjectType: string,
    action: string,
  ): Promise<string[]> {
    const rows = await reader.query<{ id: string }[]>(
      `select distinct subject_id as id from audit.entry
        where actor_id = $1 and subject_type = $2 and action = $3`,
      [actorId, subjectType, action],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether one of some people left such an entry on a thing since an instant. */
  async didAny(
    reader: SqlReader,
    { subjectType, subjectId, actions, actorIds, since }: Deed,
  ): Promise<boolean> {
    const rows = await reader.query<{ done: boolean }[]>(
      `select exists (select from audit.entry
        where subject_type = $1 and subject_id = $2 and action = any ($3::text[]) and actor_id = any ($4::uuid[]) and at >= $5) as done`,
      [subjectType, subjectId, actions, actorIds, since],
    );
    return rows[0]?.done === true;
  }
}
