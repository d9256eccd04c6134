import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import type { PlainDate, Transition } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { UnfiledSite } from '../domain/unfiled-site';
import type { UnfiledAction, UnfiledStatus } from '../domain/unfiled-site.process';

/** One act of its history. */
export interface UnfiledAct {
  readonly action: UnfiledAction;
  readonly to: UnfiledStatus;
  readonly actorId: string;
  readonly at: Date;
  readonly note: string | null;
  readonly visitedOn: PlainDate | null;
}

/** The places and kinds whose unfiled sites somebody handles. */
export interface UnfiledCriteria {
  readonly kinds: readonly Kind[];
  readonly status?: UnfiledStatus | undefined;
  /** Counties of the jurisdiction, for the index; null for the whole country. */
  readonly places: readonly string[] | null;
  /** Townships in it for which another authority is responsible. */
  readonly heldByOthers: readonly string[];
}

const SITE = `s.id, s.kind, s.district, s.township, s.name, s.address, s.uscc, s.source, s.found_on::text as "foundOn", s.clue,
  s.status, s.due_on::text as "dueOn", s.institution_id as "institutionId", s.recorded_by as "recordedBy",
  s.recorded_at as "recordedAt", s.ended_at as "endedAt", s.version from unfiled.site s`;

@Injectable()
export class UnfiledSiteStore {
  async insert(tx: Tx, site: UnfiledSite): Promise<void> {
    await tx.manager.query(
      `insert into unfiled.site (id, kind, district, township, name, address, uscc, source, found_on, clue, status, due_on,
                                 recorded_by, recorded_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        site.id,
        site.kind,
        site.district,
        site.township,
        site.name,
        site.address,
        site.uscc,
        site.source,
        site.foundOn,
        site.clue,
        site.status,
        site.dueOn,
        site.recordedBy,
        site.recordedAt,
        site.version,
      ],
    );
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<UnfiledSite> {
    return one(await manager.query(`select ${SITE} where s.id = $1`, [id]));
  }

  /** Locked until the end of the transaction. @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<UnfiledSite> {
    return one(await tx.manager.query(`select ${SITE} where s.id = $1 for update`, [id]));
  }

  /** Newest first, `limit + 1` rows. */
  list(
    manager: EntityManager,
    { kinds, status, places, heldByOthers }: UnfiledCriteria,
    page: { readonly limit: number; readonly before: string | null },
  ): Promise<UnfiledSite[]> {
    return manager.query(
      `select ${SITE}
        where s.kind = any ($1) and ($2::text is null or s.status = $2) and ($3::uuid is null or s.id < $3)
          and ($5::text[] is null or s.district = any ($5))
          and (s.township is null or not s.township = any ($6::text[]))
        order by s.id desc limit $4`,
      [kinds, status ?? null, page.before, page.limit + 1, places, heldByOthers],
    );
  }

  acts(manager: EntityManager, id: string): Promise<UnfiledAct[]> {
    return manager.query(
      `select action, to_state as "to", actor_id as "actorId", at, note, visited_on::text as "visitedOn"
         from unfiled.site_transition where site_id = $1 order by seq`,
      [id],
    );
  }

  /**
   * The clue of the same place that is still handled: of this very address, or of the house under the same name or code. Others who
   * write one down of the house wait until the end of the transaction.
   */
  async openAt(tx: Tx, { kind, district, name, address, uscc }: UnfiledSite): Promise<string | undefined> {
    await tx.manager.query(
      `select pg_advisory_xact_lock(hashtextextended(concat_ws(':', 'unfiled', $1::text, platform.site_key($2)), 0))`,
      [district, address],
    );
    const rows: { id: string }[] = await tx.manager.query(
      `select s.id from unfiled.site s
        where s.kind = $1 and s.district = $2 and s.ended_at is null and platform.site_key(s.address) = platform.site_key($3)
          and (platform.address_key(s.address) = platform.address_key($3)
            or platform.address_key(s.name) = platform.address_key($4) or s.uscc = $5)
        order by s.id limit 1`,
      [kind, district, address, name, uscc],
    );
    return rows[0]?.id;
  }

  /** The institution of this number, in any spelling of its letters, that stands in the county of the site. */
  async registered(
    manager: EntityManager,
    number: string,
    { kind, district, name, address, uscc }: UnfiledSite,
  ): Promise<{ readonly id: string; readonly isOfPlace: boolean } | undefined> {
    const rows: { id: string; isOfPlace: boolean }[] = await manager.query(
      `select i.institution_id as id,
              platform.site_key(i.address) = platform.site_key($4) or platform.address_key(i.name) = platform.address_key($5)
                or coalesce(i.uscc = $6, false) as "isOfPlace"
         from institutions.filing_number_facts i
        where upper(i.filing_number) = upper($1) and i.kind = $2 and i.district = $3`,
      [number.trim(), kind, district, address, name, uscc],
    );
    return rows[0];
  }

  /** The next state with its line of the history. */
  async move(
    tx: Tx,
    before: UnfiledSite,
    { action, from, to }: Transition<UnfiledStatus, UnfiledAction>,
    act: {
      readonly note: string | null;
      readonly visitedOn: PlainDate | null;
      readonly dueOn: PlainDate | null;
      readonly institutionId: string | null;
    },
  ): Promise<void> {
    await tx.manager.query(
      `update unfiled.site set status = $2, due_on = $3, ended_at = $4, institution_id = $5, version = version + 1 where id = $1`,
      [before.id, to, act.dueOn, act.dueOn === null ? tx.at : null, act.institutionId],
    );
    await tx.manager.query(
      `insert into unfiled.site_transition (site_id, seq, action, from_state, to_state, actor_id, at, note, visited_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [before.id, before.version, action, from, to, tx.caller.id, tx.at, act.note, act.visitedOn],
    );
  }
}

function one([row]: UnfiledSite[]): UnfiledSite {
  if (!row) throw refuse('NOT_FOUND');
  return row;
}
