import { Injectable } from '@nestjs/common';
import type { ExpiryFinding, ExpiryStage } from '@zhaoguan/contracts';
import type { PlainDate, Transition } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Held, Watched } from '../domain/expiry';
import type { ExpiryAction, ExpiryStatus } from '../domain/expiry.process';

/** Where something is held: copied to each row, for the order of the radar. */
export interface HolderFacts {
  readonly institutionId: string;
  readonly kind: 'ELDERLY_CARE' | 'CHILDCARE';
  readonly district: string;
  readonly township: string | null;
}

/** What an act notes besides the state. */
export interface ExpiryChange {
  readonly reason?: string | undefined;
  readonly finding?: ExpiryFinding | undefined;
  readonly on?: PlainDate | undefined;
}

const COLUMNS = `id, institution_id as "institutionId", district, thing as key, what, member_id as "memberId",
  to_char(ends_on, 'YYYY-MM-DD') as "endsOn", status, stage, version`;
const OPEN = `status in ('WATCHED', 'EXPIRED', 'CHECKED')`;

/**
 * Days on which something ends, and their history. Whoever locks several locks them in the order of their ids, and an institution, where it
 * locks one, before them.
 */
@Injectable()
export class ExpiryStore {
  /** What institutions hold by their filing, whatever their state but closed. */
  async heldByInstitution(manager: EntityManager, institutionId: string): Promise<Held[]> {
    const rows: Omit<Held, 'memberId'>[] = await manager.query(
      `select thing as key, what, to_char(ends_on, 'YYYY-MM-DD') as "endsOn"
         from institutions.expiry_facts where institution_id = $1`,
      [institutionId],
    );
    return rows.map((row) => ({ ...row, memberId: null }));
  }

  /** Institutions behind `after` of whose filing the open rows say something else; in order, `limit` of them. */
  async listUnwatched(tx: Tx, after: string | undefined, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select i.id from institutions.institution i
        where ($1::uuid is null or i.id > $1)
          and (exists (select from institutions.expiry_facts f
                        where f.institution_id = i.id and not exists (
                          select from staff.expiry e where e.institution_id = i.id and e.thing = f.thing
                             and e.ends_on = f.ends_on and e.${OPEN}))
            or exists (select from staff.expiry e
                        where e.institution_id = i.id and e.${OPEN} and e.member_id is null and not exists (
                          select from institutions.expiry_facts f
                           where f.institution_id = i.id and f.thing = e.thing and f.ends_on = e.ends_on))
            -- Watched as if a check that bars were valid for a while.
            or exists (select from staff.expiry e join staff.credential c on c.member_id = e.member_id
                        where e.institution_id = i.id and e.${OPEN} and e.what = 'STAFF_BACKGROUND'
                          and c.result = 'BARRED')
            -- Watched in a 家庭托育点 by the rule of 托育机构.
            or (i.details ->> 'siteType' = 'HOME' and exists (
                  select from staff.expiry e join reference.entry r
                      on r.list = 'staff-requirements' and not r.withdrawn
                     and r.data ->> 'code' = split_part(e.thing, ':', 3)
                   where e.institution_id = i.id and e.${OPEN} and e.member_id is not null
                     and r.data ->> 'siteType' is null)))
        order by i.id limit $2`,
      [after ?? null, limit],
    );
    return rows.map(({ id }) => id);
  }

  openForUpdate(tx: Tx, institutionId: string): Promise<Watched[]> {
    return tx.manager.query(
      `select ${COLUMNS} from staff.expiry where institution_id = $1 and ${OPEN} order by id for update`,
      [institutionId],
    );
  }

  /** Those of which there is something to say or to do; whoever else works on one has it. */
  dueForUpdate(tx: Tx, on: PlainDate, limit: number): Promise<(Watched & HolderFacts)[]> {
    return tx.manager.query(
      `select ${COLUMNS}, kind, township from staff.expiry
        where id = any (array(select d.id from staff.expiry d where d.next_look_on <= $1)) and next_look_on <= $1
        order by id limit $2 for update skip locked`,
      [on, limit],
    );
  }

  /** The named ones of an institution, locked, in the order of their ids. */
  namedForUpdate(tx: Tx, institutionId: string, ids: readonly string[]): Promise<Watched[]> {
    return tx.manager.query(
      `select ${COLUMNS} from staff.expiry where institution_id = $1 and id = any ($2::uuid[]) order by id for update`,
      [institutionId, ids],
    );
  }

  async insert(
    tx: Tx,
    { institutionId, kind, district, township }: HolderFacts,
    held: Held,
    look: PlainDate,
  ): Promise<Watched> {
    const { key, what, memberId, endsOn } = held;
    const id = tx.newId();
    await tx.manager.query(
      `insert into staff.expiry
         (id, institution_id, kind, district, township, thing, what, member_id, ends_on, status, stage, next_look_on,
          opened_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'WATCHED', 0, $10, $11, 1)`,
      [id, institutionId, kind, district, township, key, what, memberId, endsOn, look, tx.at],
    );
    return { ...held, id, institutionId, district, status: 'WATCHED', stage: 0, version: 1 };
  }

  async moveStage(tx: Tx, { id }: Watched, stage: ExpiryStage, nextLookOn: PlainDate | null): Promise<void> {
    await tx.manager.query('update staff.expiry set stage = $2, next_look_on = $3 where id = $1', [
      id,
      stage,
      nextLookOn,
    ]);
  }

  /** Moves it and writes the line of its history. */
  async move(
    tx: Tx,
    { id, version }: Watched,
    { action, from, to }: Transition<ExpiryStatus, ExpiryAction>,
    { reason, finding, on }: ExpiryChange = {},
  ): Promise<void> {
    await tx.manager.query(
      `update staff.expiry set status = $2, version = version + 1,
              next_look_on = case when $2 = 'WATCHED' then next_look_on end,
              finding = coalesce($3, finding), finding_note = coalesce($4, finding_note),
              checked_on = coalesce($5, checked_on)
        where id = $1`,
      [id, to, finding ?? null, finding === undefined ? null : reason, on ?? null],
    );
    await tx.manager.query(
      `insert into staff.expiry_transition (expiry_id, seq, action, from_state, to_state, finding, reason, actor_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, version, action, from, to, finding ?? null, reason ?? null, tx.caller.id, tx.at],
    );
  }

  /** The township may change with a filing, and the authority with a first one: the rows follow the institution. */
  async follow(tx: Tx, { institutionId, district, township }: HolderFacts): Promise<void> {
    await tx.manager.query(
      `update staff.expiry set district = $2, township = $3
        where institution_id = $1 and (district, township) is distinct from ($2, $3) and ${OPEN}`,
      [institutionId, district, township],
    );
  }
}
