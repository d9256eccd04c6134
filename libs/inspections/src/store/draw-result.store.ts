import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Replacement, Selected } from '@zhaoguan/draw';
import { decodeCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { DrawnPieces } from '../draw-runner/draw.runner';

/** A drawn target with what the registry says of it. */
export interface SelectedTarget {
  readonly rank: number;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly stratum: string;
  readonly district: string;
}

/** What came out of a draw: secret until it is opened. */
@Injectable()
export class DrawResultStore {
  /** Piece by piece: one statement with a million ids would hold up everybody else. */
  async save(tx: Tx, drawId: string, { selected, reserves }: DrawnPieces): Promise<void> {
    for (const piece of selected) {
      await tx.manager.query(
        `insert into inspections.draw_selection (draw_id, rank, target_id, stratum, ticket, teams)
         select $1, rank, target, stratum, ticket, teams
           from jsonb_to_recordset($2::jsonb) as s(rank integer, target uuid, stratum text, ticket text, teams jsonb)`,
        [drawId, piece.selected],
      );
    }
    for (const { stratum, first, ids } of reserves) {
      await tx.manager.query(
        'insert into inspections.draw_reserve (draw_id, stratum, first, targets) values ($1, $2, $3, $4::uuid[])',
        [drawId, stratum, first, ids],
      );
    }
  }

  /** In order of rank, from a rank on. */
  listSelected(manager: EntityManager, drawId: string, after: number, limit: number): Promise<Selected[]> {
    return manager.query(
      `select rank, target_id as target, stratum, ticket, teams from inspections.draw_selection
        where draw_id = $1 and rank > $2 order by rank limit $3`,
      [drawId, after, limit],
    );
  }

  /** What officials may look at before the opening: which institutions, not who inspects them. */
  async pageOfSelected(
    manager: EntityManager,
    drawId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SelectedTarget>> {
    const rows: SelectedTarget[] = await manager.query(
      `select s.rank, s.target_id as "institutionId", i.name as "institutionName", s.stratum, i.district
         from inspections.draw_selection s join institutions.institution i on i.id = s.target_id
        where s.draw_id = $1 and s.rank > $2 order by s.rank limit $3`,
      [drawId, page.cursor === undefined ? 0 : rankIn(page.cursor), page.limit + 1],
    );
    return pageOf(
      rows,
      page.limit,
      (row) => row,
      (row) => encodeCursor([row.rank]),
    );
  }

  /** The first of a stratum's reserves, in ticket order, that has not been used already. */
  async nextReserve(manager: EntityManager, drawId: string, stratum: string): Promise<string | null> {
    const rows: { id: string }[] = await manager.query(
      `select next.id from inspections.draw_reserve d cross join lateral (
         select r.id from unnest(d.targets) with ordinality as r(id, place)
          where not exists (select from inspections.draw_replacement u where u.draw_id = $1 and u.target_id = r.id)
          order by r.place limit 1) as next
        where d.draw_id = $1 and d.stratum = $2
        order by d.first limit 1`,
      [drawId, stratum],
    );
    return rows[0]?.id ?? null;
  }

  listReplacements(manager: EntityManager, drawId: string): Promise<Replacement[]> {
    return manager.query(
      `select voided_target as voided, target_id as target, stratum, ticket, teams
         from inspections.draw_replacement where draw_id = $1 order by seq`,
      [drawId],
    );
  }

  async appendReplacement(tx: Tx, drawId: string, replacement: Replacement, reason: string): Promise<void> {
    const { voided, target, stratum, ticket, teams } = replacement;
    await tx.manager.query(
      `insert into inspections.draw_replacement
         (draw_id, seq, voided_target, target_id, stratum, ticket, teams, reason, replaced_by, replaced_at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
         from inspections.draw_replacement where draw_id = $1`,
      [drawId, voided, target, stratum, ticket, JSON.stringify(teams), reason, tx.caller.id, tx.at],
    );
  }
}

function rankIn(cursor: string): number {
  const [rank] = decodeCursor(cursor);
  if (typeof rank !== 'number' || !Number.isSafeInteger(rank)) throw refuse('INVALID_CURSOR');
  return rank;
}
