import { Inject, Injectable } from '@nestjs/common';
import { refuse, type AbsenceCause } from '@zhaoguan/contracts';
import { csvLine, CSV_BOM, decodeCursor, encodeCursor } from '@zhaoguan/kernel';
import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import type { PublicPage } from './keyset-page';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

/** What became of a drawn institution. `null`: no task was made, because the result was discarded at once. */
export interface Outcome {
  readonly targetId: string;
  /** As it stood when the inspection was assigned. */
  readonly name: string | null;
  readonly stratum: string;
  readonly status: 'ASSIGNED' | 'IN_PROGRESS' | 'SUBMITTED' | 'REPLACED' | 'CANCELLED' | null;
  /** The published result, once there is one. */
  readonly resultId: string | null;
  readonly result: string | null;
  readonly resultLabel: string | null;
}

/** An institution that was drawn (抽中的机构), by its place in the order of the tickets. */
export interface DrawnInstitution extends Outcome {
  readonly rank: number;
}

/** An institution that took the place of another (补抽). */
export interface DrawnReplacement extends Outcome {
  readonly seq: number;
  readonly voidedId: string;
  readonly voidedName: string | null;
  readonly reason: string;
  readonly replacedAt: Date;
}

/** Why an inspector could not go when a stand-in was picked. */
export interface DrawnAbsence {
  readonly certificateNumber: string;
  readonly cause: AbsenceCause;
  /** Instants; null where nothing is known, or where it has not ended. */
  readonly since: string | null;
  readonly endedAt: string | null;
}

/** An inspector who took the place of one who could not go (替补检查人员), by the numbers of their certificates. */
export interface DrawnStandIn {
  readonly seq: number;
  readonly targetId: string;
  readonly name: string | null;
  readonly department: string;
  readonly left: string;
  /** Null: nobody could go, and the inspection was called off (终止检查). */
  readonly joined: string | null;
  readonly absences: readonly DrawnAbsence[];
  readonly reason: string;
  readonly decidedAt: Date;
}

/** Of one stratum: how many were in the hat, how many were drawn. */
export interface StratumCount {
  readonly stratum: string;
  readonly targets: number;
  readonly drawn: number;
}

const OUTCOME = `t.status, t.result_id as "resultId", t.result_code as result, t.result_label as "resultLabel"`;
const ROSTER_BATCH = 5_000;
const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const MOST_KEPT = 100;

/** What came out of a draw; the views hold nothing of it before the draw is laid open, and it never changes afterwards. */
@Injectable()
export class DrawOutcomeQuery {
  private readonly counts = new Map<string, Promise<readonly StratumCount[]>>();

  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
  ) {}

  /** By rank. @throws INVALID_CURSOR */
  async drawn(
    drawId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<PublicPage<DrawnInstitution>> {
    const after = cursor === undefined ? 0 : rankIn(cursor);
    const rows = await this.database.query<DrawnInstitution[]>(
      `select s.rank, s.target_id as "targetId", coalesce(t.name, i.name) as name, s.stratum, ${OUTCOME}
         from inspections.draw_selection_public s
         left join inspections.draw_task_public t on t.draw_id = s.draw_id and t.target_id = s.target_id
         left join institutions.institution_public i on i.id = s.target_id
        where s.draw_id = $1 and s.rank > $2 order by s.rank limit $3`,
      [drawId, after, limit + 1],
    );
    return {
      items: rows.slice(0, limit),
      nextCursor: rows.length > limit ? encodeCursor([after + limit]) : null,
      previousCursor: after > 0 ? encodeCursor([Math.max(0, after - limit)]) : null,
    };
  }

  /** In their order, the first of them. */
  replacements(drawId: string, limit: number): Promise<readonly DrawnReplacement[]> {
    return this.database.query<DrawnReplacement[]>(
      `select r.seq, r.voided_target as "voidedId", coalesce(v.name, o.name) as "voidedName", r.target_id as "targetId",
              coalesce(t.name, i.name) as name, r.stratum, r.reason, r.replaced_at as "replacedAt", ${OUTCOME}
         from inspections.draw_replacement_public r
         left join inspections.draw_task_public t on t.draw_id = r.draw_id and t.target_id = r.target_id
         left join inspections.draw_task_public v on v.draw_id = r.draw_id and v.target_id = r.voided_target
         left join institutions.institution_public i on i.id = r.target_id
         left join institutions.institution_public o on o.id = r.voided_target
        where r.draw_id = $1 order by r.seq limit $2`,
      [drawId, limit],
    );
  }

  /** In their order, the first of them. */
  standIns(drawId: string, limit: number): Promise<readonly DrawnStandIn[]> {
    return this.database.query<DrawnStandIn[]>(
      `select s.seq, s.target_id as "targetId", coalesce(t.name, i.name) as name, s.department, s.left_number as left,
              s.joined_number as joined, s.absences, s.reason, s.decided_at as "decidedAt"
         from inspections.draw_stand_in_public s
         left join inspections.draw_task_public t on t.draw_id = s.draw_id and t.target_id = s.target_id
         left join institutions.institution_public i on i.id = s.target_id
        where s.draw_id = $1 order by s.seq limit $2`,
      [drawId, limit],
    );
  }

  /** Of a draw that is laid open: counted once, for a million lines take a while and stay as they are. */
  strata(drawId: string): Promise<readonly StratumCount[]> {
    const kept = this.counts.get(drawId);
    if (kept) return kept;
    const counted = this.count(drawId);
    this.counts.set(drawId, counted);
    counted.catch(() => this.counts.delete(drawId));
    for (const oldest of this.counts.keys()) {
      if (this.counts.size <= MOST_KEPT) break;
      this.counts.delete(oldest);
    }
    return counted;
  }

  /** The hat as a table for people, with the names of the register today; read in pieces, so nobody holds a connection. */
  async *roster(drawId: string): AsyncGenerator<string, void, void> {
    const districts = await this.reference.districts();
    yield CSV_BOM + csvLine(['机构编号', '机构名称（名录现名）', '档次', '行政区划代码', '行政区划']);
    for (let last = LOWEST_ID; ;) {
      const rows: { id: string; name: string | null; stratum: string; district: string }[] =
        await this.database.query(
          `select t.target_id as id, i.name, t.stratum, t.district
             from (select target_id, stratum, district from inspections.draw_target_public
                    where draw_id = $1 and target_id > $2 order by target_id limit $3) t
             left join institutions.institution_public i on i.id = t.target_id
            order by t.target_id`,
          [drawId, last, ROSTER_BATCH],
        );
      const lines = rows.map(({ id, name, stratum, district }) =>
        csvLine([id, name ?? '', stratum, district, districtPath(districts, district)]),
      );
      if (lines.length > 0) yield lines.join('');
      if (rows.length < ROSTER_BATCH) return;
      last = rows.at(-1)?.id ?? last;
    }
  }

  private count(drawId: string): Promise<readonly StratumCount[]> {
    return this.database.query<StratumCount[]>(
      `select h.stratum, h.targets, coalesce(s.drawn, 0) as drawn
         from (select stratum, count(*)::integer as targets from inspections.draw_target_public
                where draw_id = $1 group by stratum) h
         left join (select stratum, count(*)::integer as drawn from inspections.draw_selection_public
                     where draw_id = $1 group by stratum) s on s.stratum = h.stratum
        order by h.stratum collate "C"`,
      [drawId],
    );
  }
}

function rankIn(cursor: string): number {
  const [rank, ...rest] = decodeCursor(cursor);
  const usable = typeof rank === 'number' && Number.isInteger(rank) && rank >= 0 && rank < 2 ** 31;
  if (!usable || rest.length > 0) throw refuse('INVALID_CURSOR');
  return rank;
}
