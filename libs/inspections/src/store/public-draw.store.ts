import { Inject, Injectable } from '@nestjs/common';
import { refuse, type AccountActs, type DirectoryFacts, type Kind } from '@zhaoguan/contracts';
import type { StandIn } from '@zhaoguan/draw';
import { decodeCursor, encodeCursor, isUuid } from '@zhaoguan/kernel';
import { pageOf, PUBLIC_DATABASE, type Page } from '@zhaoguan/platform';
import { DataSource } from 'typeorm';
import type { DrawFailure } from '../domain/draw';
import type { DrawStatus } from '../domain/draw.process';
import { targetLines, targetObjects, type InTransaction } from './draw-input.store';

/** A draw as the public sees it. */
export interface PublicDraw {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly districts: readonly string[];
  readonly status: DrawStatus;
  readonly announcement: string;
  readonly announcementSm3: string;
  readonly announcedAt: Date;
  readonly beaconSource: string;
  readonly beaconRound: string;
  readonly beaconValue: string | null;
  readonly beaconSourceUrl: string | null;
  /** Null until two officials agree on the value. */
  readonly beaconEnteredAt: Date | null;
  readonly targetCount: number;
  readonly resultDigest: string | null;
  readonly drawnAt: Date | null;
  readonly openedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  /** How many recusals (回避) went into it. */
  readonly recusalCount: number;
  /** Whether its bundle is there: opened, or thrown away once its beacon was known. */
  readonly disclosed: boolean;
  /** With the bundle: whom nobody could be sent to. */
  readonly failure: DrawFailure | null;
}

/** A replacement (补抽) as published with the opened draw. */
export interface PublicStandIn extends StandIn {
  readonly seq: number;
  readonly reason: string;
  readonly decidedAt: Date;
}

export interface PublicReplacement {
  readonly seq: number;
  readonly voided: string;
  readonly target: string;
  readonly stratum: string;
  readonly ticket: string;
  readonly teams: readonly { readonly department: string; readonly inspectors: readonly string[] }[];
  readonly reason: string;
  readonly replacedAt: Date;
}

interface Filter {
  readonly kind?: Kind | undefined;
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const COLUMNS = `id, title, kind, districts, status, announcement, announcement_sm3 as "announcementSm3",
  announced_at as "announcedAt", beacon_source as "beaconSource", beacon_round as "beaconRound",
  beacon_value as "beaconValue", beacon_source_url as "beaconSourceUrl", beacon_entered_at as "beaconEnteredAt",
  target_count as "targetCount", recusal_count as "recusalCount", disclosed, failure,
  result_digest as "resultDigest", drawn_at as "drawnAt", opened_at as "openedAt", voided_at as "voidedAt",
  void_reason as "voidReason"`;

interface Opened {
  readonly nonce: string;
  readonly seed: string;
  readonly failure: DrawFailure | null;
}

const SELECTED_IN_A_BATCH = 2_000;

/** Draws under the public's database role, which cannot read what is not yet open. */
@Injectable()
export class PublicDrawStore {
  /** A transaction a batch: whoever downloads slowly holds no connection meanwhile. */
  private readonly briefly: InTransaction = (work) => this.database.transaction(work);

  constructor(@Inject(PUBLIC_DATABASE) private readonly database: DataSource) {}

  /** Newest announcement first. */
  async list(filter: Filter): Promise<Page<PublicDraw>> {
    const [at, id] = filter.cursor === undefined ? [null, null] : placeIn(filter.cursor);
    const rows: PublicDraw[] = await this.database.query(
      `select ${COLUMNS} from inspections.draw_public
        where ($1::text is null or kind = $1) and ($2::text is null or $2 = any (districts))
          and ($3::timestamptz is null or (announced_at, id) < ($3, $4::uuid))
        order by announced_at desc, id desc limit $5`,
      [filter.kind ?? null, filter.district ?? null, at, id, filter.limit + 1],
    );
    return pageOf(
      rows,
      filter.limit,
      (row) => row,
      (row) => encodeCursor([row.announcedAt.toISOString(), row.id]),
    );
  }

  /** @throws NOT_FOUND */
  async get(id: string): Promise<PublicDraw> {
    const rows: PublicDraw[] = await this.database.query(
      `select ${COLUMNS} from inspections.draw_public where id = $1`,
      [id],
    );
    if (!rows[0]) throw refuse('NOT_FOUND');
    return rows[0];
  }

  /** Empty until the draw is opened. */
  listReplacements(id: string): Promise<PublicReplacement[]> {
    return this.database.query(
      `select seq, voided_target as voided, target_id as target, stratum, ticket, teams, reason,
              replaced_at as "replacedAt"
         from inspections.draw_replacement_public where draw_id = $1 order by seq`,
      [id],
    );
  }

  /** Empty until the draw is opened. */
  listStandIns(id: string): Promise<PublicStandIn[]> {
    return this.database.query(
      `select seq, target_id as target, department, left_number as left, joined_number as joined, absent, reason,
              decided_at as "decidedAt", absences
         from inspections.draw_stand_in_public where draw_id = $1 order by seq`,
      [id],
    );
  }

  async accountActs(id: string): Promise<AccountActs> {
    const [row]: AccountActs[] = await this.database.query(
      'select created, changed, reset from inspections.draw_account_public where draw_id = $1',
      [id],
    );
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** The directory of each department that takes part, in numbers; empty for draws older than the record of changes. */
  listDirectory(id: string): Promise<DirectoryFacts[]> {
    return this.database.query(
      `select department, counted_from as "countedFrom", listed, inactive, available, recused_by_others as "recusedByOthers",
              recusals_lifted as "recusalsLifted", added, suspended, resumed, moved, shortened, renewed, returned, joined
         from inspections.draw_directory_public where draw_id = $1 order by department`,
      [id],
    );
  }

  /** The hat: lines `id TAB stratum TAB district LF`, whose SM3 is the announcement's targetsDigest. */
  targets(id: string): AsyncGenerator<string, void, void> {
    return targetLines(this.briefly, 'inspections.draw_target_public', id);
  }

  /** The bundle of draw-spec, piece by piece, with the announcement byte for byte. @throws DRAW_NOT_OPENED */
  async bundle(draw: PublicDraw): Promise<AsyncGenerator<string, void, void>> {
    const rows: Opened[] = await this.database.query(
      'select nonce, seed, failure from inspections.draw_opened_public where draw_id = $1',
      [draw.id],
    );
    if (!rows[0]) throw refuse('DRAW_NOT_OPENED');
    return this.pieces(draw, rows[0]);
  }

  private async *pieces(
    draw: PublicDraw,
    { nonce, seed, failure }: Opened,
  ): AsyncGenerator<string, void, void> {
    yield `{"announcement":${draw.announcement},"targets":[`;
    yield* targetObjects(this.briefly, 'inspections.draw_target_public', draw.id);
    yield `],"inspectors":${await this.array(draw.id, INSPECTORS)},"conflicts":${await this.array(draw.id, CONFLICTS)},`;
    yield `"nonce":${JSON.stringify(nonce)},"beaconValue":${JSON.stringify(draw.beaconValue)}`;
    if (draw.resultDigest === null) {
      // It came to nothing, or was thrown away before it was computed.
      yield failure === null ? '}' : `,"failure":${JSON.stringify(failure)}}`;
      return;
    }
    yield ',"result":{';
    yield `"seed":${JSON.stringify(seed)},"resultDigest":${JSON.stringify(draw.resultDigest)},"reserves":{`;
    yield* this.reserves(draw.id);
    yield '},"selected":[';
    yield* this.selected(draw.id);
    yield ']}}';
  }

  private async array(drawId: string, sql: string): Promise<string> {
    const rows: { items: string | null }[] = await this.database.query(sql, [drawId]);
    return rows[0]?.items ?? '[]';
  }

  private async *reserves(drawId: string): AsyncGenerator<string, void, void> {
    const pieces: { stratum: string; first: number }[] = await this.database.query(
      'select stratum, first from inspections.draw_reserve_public where draw_id = $1 order by stratum, first',
      [drawId],
    );
    for (const [i, { stratum, first }] of pieces.entries()) {
      const rows: { ids: string }[] = await this.database.query(
        `select array_to_json(targets)::text as ids from inspections.draw_reserve_public
          where draw_id = $1 and stratum = $2 and first = $3`,
        [drawId, stratum, first],
      );
      const opening = first === 1 ? `${i === 0 ? '' : ','}${JSON.stringify(stratum)}:[` : ',';
      const closing = pieces[i + 1]?.stratum === stratum ? '' : ']';
      yield `${opening}${(rows[0]?.ids ?? '[]').slice(1, -1)}${closing}`;
    }
  }

  private async *selected(drawId: string): AsyncGenerator<string, void, void> {
    for (let after = 0; ; after += SELECTED_IN_A_BATCH) {
      const rows: { items: string | null }[] = await this.database.query(
        `select string_agg(json_build_object('rank', rank, 'target', target_id, 'stratum', stratum,
                  'ticket', ticket, 'teams', teams)::text, ',' order by rank) as items
           from inspections.draw_selection_public where draw_id = $1 and rank > $2 and rank <= $3`,
        [drawId, after, after + SELECTED_IN_A_BATCH],
      );
      const items = rows[0]?.items;
      if (!items) return;
      yield (after === 0 ? '' : ',') + items;
    }
  }
}

const INSPECTORS = `
  select json_agg(json_build_object('id', certificate_number, 'department', department, 'districts', districts)
           order by certificate_number collate "C")::text as items
    from inspections.draw_inspector_public where draw_id = $1`;
const CONFLICTS = `
  select json_agg(json_build_object('inspector', certificate_number, 'target', target_id)
           order by certificate_number collate "C", target_id)::text as items
    from inspections.draw_conflict_public where draw_id = $1`;

/** As an instant is written by toISOString; PostgreSQL would read more, and reject other things. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function placeIn(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor);
  if (
    typeof at !== 'string' ||
    !INSTANT.test(at) ||
    Number.isNaN(Date.parse(at)) ||
    typeof id !== 'string' ||
    !isUuid(id)
  ) {
    throw refuse('INVALID_CURSOR');
  }
  return [at, id];
}
