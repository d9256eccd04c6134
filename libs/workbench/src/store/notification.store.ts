import { Injectable } from '@nestjs/common';
import type { SubjectType } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Notice, Notification } from '../domain/notification';

type Row = Omit<Notification, 'subject'> & {
  readonly subjectType: SubjectType | null;
  readonly subjectId: string | null;
};

const COLUMNS = `id, type, subject_type as "subjectType", subject_id as "subjectId", title,
  created_at as "createdAt", read_at as "readAt"`;

export interface NotificationPage {
  readonly unread: boolean;
  readonly before?: number;
  readonly limit: number;
}

@Injectable()
export class NotificationStore {
  /**
   * Tells each of these people once for the occasion, however often it is asked for.
   * @returns those who had not been told
   */
  async insert(tx: Tx, people: readonly string[], occasion: string, notice: Notice): Promise<string[]> {
    const rows: { person: string }[] = await tx.manager.query(
      // In one order of people: two jobs that tell the same ones wait for each other instead of for each other's rest.
      `with numbered as (
         insert into workbench.inbox (person_id, last)
         select person, 1 from (select distinct unnest($1::uuid[]) as person) p
          where not exists (select from workbench.notification n where n.person_id = p.person and n.occasion = $2)
          order by person
         on conflict (person_id) do update set last = inbox.last + 1
         returning person_id, last)
       insert into workbench.notification (person_id, id, type, subject_type, subject_id, title, occasion, created_at)
       select person_id, last, $3, $4, $5, $6, $2, $7 from numbered
       on conflict (person_id, occasion) do nothing
       returning person_id as person`,
      [
        people,
        occasion,
        notice.type,
        notice.subject?.type ?? null,
        notice.subject?.id ?? null,
        notice.title,
        tx.at,
      ],
    );
    return rows.map(({ person }) => person);
  }

  /** Newest first; one row more than asked for. */
  async list(manager: EntityManager, personId: string, page: NotificationPage): Promise<Notification[]> {
    const rows: Row[] = await manager.query(
      `select ${COLUMNS} from workbench.notification
        where person_id = $1 ${page.unread ? 'and read_at is null' : ''} and ($2::integer is null or id < $2)
        order by id desc limit $3`,
      [personId, page.before ?? null, page.limit + 1],
    );
    return rows.map(toNotification);
  }

  /** Oldest first, for whoever has seen everything up to `after`. */
  async listAfter(
    manager: EntityManager,
    personId: string,
    after: number,
    limit: number,
  ): Promise<Notification[]> {
    const rows: Row[] = await manager.query(
      `select ${COLUMNS} from workbench.notification where person_id = $1 and id > $2 order by id limit $3`,
      [personId, after, limit],
    );
    return rows.map(toNotification);
  }

  /** Number of the newest; 0 when there is none. */
  async latest(manager: EntityManager, personId: string): Promise<number> {
    const rows: { last: number }[] = await manager.query(
      'select last from workbench.inbox where person_id = $1',
      [personId],
    );
    return rows[0]?.last ?? 0;
  }

  async countUnread(manager: EntityManager, personId: string): Promise<number> {
    const rows: { count: string }[] = await manager.query(
      'select count(*) as count from workbench.notification where person_id = $1 and read_at is null',
      [personId],
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** Marks as read: these, or all up to a number. What was read stays read since then. */
  async markRead(
    tx: Tx,
    { ids, upTo }: { readonly ids?: readonly number[]; readonly upTo?: number },
  ): Promise<void> {
    await tx.manager.query(
      `update workbench.notification set read_at = $2
        where person_id = $1 and read_at is null and (id = any ($3::integer[]) or id <= $4)`,
      [tx.caller.id, tx.at, ids ?? [], upTo ?? 0],
    );
  }

  async removeOlderThan(tx: Tx, instant: Date): Promise<void> {
    await tx.manager.query('delete from workbench.notification where created_at < $1', [instant]);
  }
}

function toNotification({ subjectType, subjectId, ...row }: Row): Notification {
  const subject = subjectType === null || subjectId === null ? null : { type: subjectType, id: subjectId };
  return { ...row, subject };
}
