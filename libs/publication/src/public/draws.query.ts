import { Inject, Injectable } from '@nestjs/common';
import { refuse, type AccountActs, type DirectoryFacts, type Kind } from '@zhaoguan/contracts';
import { isUuid } from '@zhaoguan/kernel';
import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { Conditions } from './conditions';
import { keysetPage, type PublicPage } from './keyset-page';
import { addSearchTerms } from './search-terms';
import type { SqlReader } from './sql-reader';

export type PublicDrawStatus =
  'ANNOUNCED' | 'BEACON_ENTERED' | 'BEACON_CONFIRMED' | 'DRAWN' | 'INFEASIBLE' | 'OPENED' | 'VOIDED';

/** What the public may know of a draw (抽取). */
export interface PublicDraw {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly districts: readonly string[];
  readonly status: PublicDrawStatus;
  readonly announcedAt: Date;
  readonly beaconSource: string;
  readonly beaconRound: string;
  /** Null until two officials have entered it. */
  readonly beaconValue: string | null;
  readonly beaconSourceUrl: string | null;
  readonly beaconEnteredAt: Date | null;
  readonly beaconConfirmedAt: Date | null;
  readonly targetCount: number;
  readonly commitment: string;
  readonly announcementSm3: string;
  readonly resultDigest: string | null;
  readonly drawnAt: Date | null;
  readonly openedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** How many recusals (回避) went into it. */
  readonly recusalCount: number;
  /** Whether the bundle is there: opened, or thrown away once the beacon was known. */
  readonly disclosed: boolean;
}

/** The announcement of a draw, as far as a reader needs it; the whole is what was published, byte for byte. */
export interface PublicAnnouncement {
  readonly strata: readonly {
    readonly key: string;
    readonly basisPoints: number;
    readonly minimum: number;
  }[];
  readonly demands: readonly { readonly department: string; readonly inspectors: number }[];
  readonly maxLoad: number;
  readonly targetsDigest: string;
  readonly inspectorsDigest: string;
  readonly conflictsDigest: string;
}

/** An institution to which a department could send nobody, so that nothing was drawn. */
export interface PublicFailure {
  readonly institutionId: string;
  /** As the register holds it today; null when it holds it no more. */
  readonly institutionName: string | null;
  readonly department: string;
}

/** A later announcement of the same plan. */
export interface LaterAnnouncement {
  readonly id: string;
  readonly announcedAt: Date;
}

export interface AnnouncedDraw extends PublicDraw {
  readonly announcement: PublicAnnouncement;
  /** Of a voided draw: what took its place; null when its plan was not announced again. */
  readonly announcedAgain: LaterAnnouncement | null;
  /** The directory of each department in numbers; empty for draws older than the record of changes. */
  readonly directory: readonly DirectoryFacts[];
  /** What was done to the accounts of officials since the announcement. */
  readonly accounts: AccountActs;
  /** Public when the draw is laid open. */
  readonly failure: PublicFailure | null;
}

/** An institution in the hat (检查对象名单). */
export interface RosterEntry {
  readonly targetId: string;
  readonly name: string;
  readonly stratum: string;
  readonly district: string;
  /** Place among the drawn; null when it was not drawn, and for everybody until the draw is laid open. */
  readonly rank: number | null;
  /** Which replacement (补抽) brought it in, counted from 1. */
  readonly replacementSeq: number | null;
  /** Whether another institution has taken its place. */
  readonly isReplaced: boolean;
}

interface Announced {
  /** The published text, byte for byte. */
  readonly announcement: string;
}

const VIEW = 'inspections.draw_public';
const COLUMNS = `id, title, kind, districts, status, announced_at as "announcedAt", beacon_source as "beaconSource",
  beacon_round as "beaconRound", beacon_value as "beaconValue", beacon_source_url as "beaconSourceUrl",
  beacon_entered_at as "beaconEnteredAt", beacon_confirmed_at as "beaconConfirmedAt", recusal_count as "recusalCount",
  disclosed, target_count as "targetCount", commitment,
  announcement_sm3 as "announcementSm3", result_digest as "resultDigest", drawn_at as "drawnAt",
  opened_at as "openedAt", voided_at as "voidedAt", void_reason as "voidReason"`;
const MOST_ENTRIES = 50;

/** Draws as the public follows them (随机抽取公示). */
@Injectable()
export class DrawsQuery {
  constructor(@Inject(PUBLIC_DATABASE) private readonly database: SqlReader) {}

  /** Announced last first. @throws INVALID_CURSOR */
  list(page: {
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<PublicPage<PublicDraw>> {
    const { limit, cursor } = page;
    const list = { columns: COLUMNS, from: VIEW, at: 'announced_at', limit, cursor };
    return keysetPage<PublicDraw>(this.database, list, new Conditions());
  }

  /** @throws NOT_FOUND */
  async get(id: string): Promise<AnnouncedDraw> {
    if (!isUuid(id)) throw refuse('NOT_FOUND');
    const rows = await this.database.query<
      (PublicDraw & Pick<AnnouncedDraw, 'accounts' | 'failure'> & Announced)[]
    >(
      `select ${COLUMNS}, announcement,
              (select jsonb_build_object('created', a.created, 'changed', a.changed, 'reset', a.reset)
                 from inspections.draw_account_public a where a.draw_id = ${VIEW.split('.')[1]}.id) as accounts,
              case when failure is not null then jsonb_build_object(
                'institutionId', failure -> 'target', 'department', failure -> 'department', 'institutionName',
                (select i.name from institutions.institution_public i where i.id = (failure ->> 'target')::uuid)
              ) end as failure
         from ${VIEW} where id = $1`,
      [id],
    );
    const row = rows[0];
    if (!row) throw refuse('NOT_FOUND');
    return {
      ...row,
      announcement: JSON.parse(row.announcement) as PublicAnnouncement,
      directory: await this.directoryOf(id),
      announcedAgain: row.status === 'VOIDED' ? await this.announcedAfter(id) : null,
    };
  }

  private directoryOf(id: string): Promise<DirectoryFacts[]> {
    return this.database.query<DirectoryFacts[]>(
      `select department, counted_from as "countedFrom", listed, inactive, available, recused_by_others as "recusedByOthers",
              recusals_lifted as "recusalsLifted", added, suspended, resumed, moved, shortened, renewed, returned, joined
         from inspections.draw_directory_public where draw_id = $1 order by department`,
      [id],
    );
  }

  /** The next announcement of the plan that the announcement names. */
  private async announcedAfter(id: string): Promise<LaterAnnouncement | null> {
    const rows = await this.database.query<LaterAnnouncement[]>(
      `select later.id, later.announced_at as "announcedAt"
         from ${VIEW} d join ${VIEW} later on later.kind = d.kind and later.announced_at > d.announced_at
          and later.announcement::jsonb ->> 'planId' = d.announcement::jsonb ->> 'planId'
        where d.id = $1 order by later.announced_at, later.id limit 1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /**
   * Who of this name was in the hat, by the name the register holds today.
   * @param fragment two characters or more
   */
  findInRoster(drawId: string, fragment: string): Promise<readonly RosterEntry[]> {
    const conditions = new Conditions();
    conditions.equal('t.draw_id', drawId);
    addSearchTerms(conditions, { fragment }, 'i.');
    return this.database.query<RosterEntry[]>(
      `with found as (
         select t.draw_id, t.target_id, i.name, t.stratum, t.district
           from inspections.draw_target_public t
           join institutions.institution_public i on i.id = t.target_id
          ${conditions.where} order by i.name, i.id limit ${conditions.bind(MOST_ENTRIES)})
       select f.target_id as "targetId", f.name, f.stratum, f.district, s.rank, r.seq as "replacementSeq",
              v.seq is not null as "isReplaced"
         from found f
         left join inspections.draw_selection_public s on s.draw_id = f.draw_id and s.target_id = f.target_id
         left join inspections.draw_replacement_public r on r.draw_id = f.draw_id and r.target_id = f.target_id
         left join inspections.draw_replacement_public v on v.draw_id = f.draw_id and v.voided_target = f.target_id
        order by f.name, f.target_id`,
      conditions.parameters,
    );
  }
}
