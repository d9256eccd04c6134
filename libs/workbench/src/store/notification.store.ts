import { Injectable } from '@nestjs/common';
import type { SubjectType, WorkItemType } from '@zhaoguan/contracts';
import { runPlannedOnce, type PlannedStatement, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { stillWaits, typesIn, VIEW_NAMES, viewOf } from './still-waits';
import { awaitedBy, type Notice, type Notification } from '../domain/notification';

type Row = Omit<Notification, 'subject'> & {
  readonly subjectType: SubjectType | null;
  readonly subjectId: string | null;
};

const COLUMNS = `id, type, subject_type as "subjectType", subject_id as "subjectId", title,
  created_at as "createdAt", read_at as "readAt", done_at as "doneAt"`;
const UNREAD = 'read_at is null and done_at is null';
/** Read or not: the line says 已办理 to whoever was told. */
const AWAITING = 'done_at is null and awaits is not null';

interface Ended {
  readonly person: string;
}

/** By the view of what is asked for: ends what waits no more of some matters. */
const SETTLING: readonly (readonly [view: string | undefined, statement: PlannedStatement])[] = [
  ...VIEW_NAMES,
  undefined,
].map((view) => [
  view,
  {
    name: `settle ${view ?? 'others'}`,
    text: `update workbench.notification n set done_at = $2
      where ${AWAITING} and matter_id = any ($1::uuid[]) and awaits = any ($3::text[]) and not (${stillWaits(typesIn(view))})
      returning person_id as person`,
  },
]);

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
    const awaits = awaitedBy(notice);
    const rows: { person: string }[] = await tx.manager.query(
      // In one order of people: two jobs that tell the same ones wait for each other instead of for each other's rest.
      `with numbered as (
         insert into workbench.inbox (person_id, last)
         select person, 1 from (select distinct unnest($1::uuid[]) as person) p
          where not exists (select from workbench.notification n where n.person_id = p.person and n.occasion = $2)
          order by person
         on conflict (person_id) do update set last = inbox.last + 1
         returning person_id, last)
       insert into workbench.notification
         (person_id, id, type, subject_type, subject_id, title, awaits, matter_id, occasion, created_at)
       select person_id, last, $3, $4, $5, $6, $7, $8, $2, $9 from numbered
       on conflict (person_id, occasion) do nothing
       returning person_id as person`,
      [
        people,
        occasion,
        notice.type,
        notice.subject?.type ?? null,
        notice.subject?.id ?? null,
        notice.title,
        awaits?.type ?? null,
        awaits?.matterId ?? null,
        tx.at,
      ],
    );
    return rows.map(({ person }) => person);
  }

  /** Newest first; one row more than asked for. */
  async list(manager: EntityManager, personId: string, page: NotificationPage): Promise<Notification[]> {
    const rows: Row[] = await manager.query(
      `select ${COLUMNS} from workbench.notification
        where person_id = $1 ${page.unread ? `and ${UNREAD}` : ''} and ($2::integer is null or id < $2)
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
      `select count(*) as count from workbench.notification where person_id = $1 and ${UNREAD}`,
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
        where person_id = $1 and ${UNREAD} and (id = any ($3::integer[]) or id <= $4)`,
      [tx.caller.id, tx.at, ids ?? [], upTo ?? 0],
    );
  }

  /**
   * Ends the unread ones that ask for what waits no more: of these matters, or of all.
   * @returns whose they were
   */
  async settle(tx: Tx, matters?: readonly string[]): Promise<string[]> {
    // These types alone are looked at: of another, told in between, it would not be known whether it waits.
    const asked: { awaits: WorkItemType }[] = await tx.manager.query(
      `select distinct awaits from workbench.notification n
        where ${AWAITING} and ($1::uuid[] is null or matter_id = any ($1))`,
      [matters ?? null],
    );
    if (asked.length === 0) return [];
    const types = asked.map(({ awaits }) => awaits);
    const people = matters ? await this.settleOf(tx, matters, types) : await this.settleAll(tx, types);
    return [...new Set(people.map(({ person }) => person))].sort();
  }

  /** After every act of everybody, so that it must not be planned each time. */
  private async settleOf(
    tx: Tx,
    matters: readonly string[],
    types: readonly WorkItemType[],
  ): Promise<Ended[]> {
    const ended: Ended[] = [];
    for (const [view, statement] of SETTLING) {
      const asked = types.filter((type) => viewOf(type) === view);
      if (asked.length === 0) continue;
      ended.push(...(await runPlannedOnce<Ended>(tx.manager, statement, [matters, tx.at, asked])));
    }
    return ended;
  }

  private async settleAll(tx: Tx, types: readonly WorkItemType[]): Promise<Ended[]> {
    const [rows]: [Ended[], number] = await tx.manager.query(
      `update workbench.notification n set done_at = $1
        where ${AWAITING} and awaits = any ($2::text[]) and not (${stillWaits(types)})
        returning person_id as person`,
      [tx.at, types],
    );
    return rows;
  }

  async removeOlderThan(tx: Tx, instant: Date): Promise<void> {
    await tx.manager.query('delete from workbench.notification where created_at < $1', [instant]);
  }
}

function toNotification({ subjectType, subjectId, ...row }: Row): Notification {
  const subject = subjectType === null || subjectId === null ? null : { type: subjectType, id: subjectId };
  return { ...row, subject };
}
