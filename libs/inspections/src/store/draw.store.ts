import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Beacon } from '@zhaoguan/draw';
import { encodeCursor } from '@zhaoguan/kernel';
import { isDuplicateKey, pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../domain/plan';
import type { Draw } from '../domain/draw';
import type { DrawStatus } from '../domain/draw.process';
import { GONE } from '../domain/findings';
import { DrawEntity } from './draw.entity';
import { idIn } from './inspector.store';

export type NewDraw = Pick<
  Draw,
  | 'id'
  | 'planId'
  | 'title'
  | 'kind'
  | 'districts'
  | 'announcement'
  | 'announcementSm3'
  | 'commitment'
  | 'nonceSealed'
  | 'beaconSource'
  | 'beaconRound'
  | 'beaconNotBefore'
  | 'targetCount'
>;

export type DrawChanges = Partial<
  Pick<
    Draw,
    | 'status'
    | 'beaconValue'
    | 'beaconSourceUrl'
    | 'beaconEnteredBy'
    | 'beaconEnteredAt'
    | 'beaconConfirmedBy'
    | 'beaconConfirmedAt'
    | 'resultDigest'
    | 'seedSealed'
    | 'drawnAt'
    | 'failure'
    | 'openedAt'
    | 'voidedAt'
    | 'voidReason'
  >
> & { readonly nonce?: string; readonly seed?: string };

interface Filter {
  readonly planId?: string | undefined;
  readonly status?: DrawStatus | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

@Injectable()
export class DrawStore {
  /** @throws DRAW_IN_PROGRESS when the plan has a draw that is neither opened nor voided */
  async insert(tx: Tx, facts: NewDraw): Promise<Draw> {
    const row = tx.manager.create(DrawEntity, {
      ...facts,
      districts: [...facts.districts],
      status: 'ANNOUNCED',
      announcedBy: tx.caller.id,
      announcedAt: tx.at,
      version: 1,
    });
    try {
      await tx.manager.insert(DrawEntity, row);
    } catch (error) {
      if (isDuplicateKey(error, 'draw_in_progress')) throw refuse('DRAW_IN_PROGRESS');
      throw error;
    }
    return this.get(tx.manager, facts.id);
  }

  find(manager: EntityManager, id: string): Promise<Draw | null> {
    return manager.findOneBy(DrawEntity, { id });
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<Draw> {
    const row = await this.find(manager, id);
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  findForUpdate(tx: Tx, id: string): Promise<Draw | null> {
    return tx.manager.findOne(DrawEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<Draw> {
    const row = await this.findForUpdate(tx, id);
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  async update(tx: Tx, id: string, changes: DrawChanges): Promise<Draw> {
    await tx.manager.update(DrawEntity, { id }, changes);
    return this.get(tx.manager, id);
  }

  /** Draws in reach of the caller whose result is a secret, or the one that is asked for if it is among them. */
  listSealed(manager: EntityManager, drawId?: string): Promise<Pick<Draw, 'id' | 'districts' | 'status'>[]> {
    return manager.query(
      `select id, districts, status from inspections.draw where status = 'DRAWN' and ($1::uuid is null or id = $1)`,
      [drawId ?? null],
    );
  }

  async isInProgress(manager: EntityManager, planId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select 1 from inspections.draw where plan_id = $1 and status not in ('OPENED', 'VOIDED')`,
      [planId],
    );
    return rows.length > 0;
  }

  /**
   * Lets announcements and entries of the same source and round follow each other: whoever announces sees every value
   * that was entered before, and none is entered meanwhile. Announcements do not wait for each other.
   */
  async lockBeacon(tx: Tx, { source, round }: Beacon, purpose: 'ANNOUNCE' | 'ENTER'): Promise<void> {
    const lock = purpose === 'ENTER' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await tx.manager.query(
      `select ${lock}(hashtextextended('beacon ' || part, 0))
         from (select unnest(inspections.beacon_parts($1, $2)) as part order by part) as parts`,
      [source, round],
    );
  }

  /** Whether the value of one of its parts has been entered for any draw, in whatever district. */
  async isBeaconKnown(tx: Tx, { source, round }: Beacon): Promise<boolean> {
    const rows: { known: boolean }[] = await tx.manager.query(
      'select inspections.is_beacon_known(inspections.beacon_parts($1, $2)) as known',
      [source, round],
    );
    return rows[0]?.known ?? false;
  }

  /** Whether it has been entered for an earlier draw of the plan, or for a voided draw of the same institutions. */
  async isBeaconUsed(
    tx: Tx,
    plan: Pick<Plan, 'id' | 'kind' | 'districts'>,
    { source, round }: Beacon,
  ): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select from inspections.draw
        where beacon_value is not null
          and inspections.beacon_parts(beacon_source, beacon_round) && inspections.beacon_parts($1, $2)
          and (plan_id = $3 or (status = 'VOIDED' and kind = $4 and districts && $5::text[]))
        limit 1`,
      [source, round, plan.id, plan.kind, plan.districts],
    );
    return rows.length > 0;
  }

  /** Title of a draw of the same kind in one of these districts that came to nothing and is not laid open yet. */
  async findInfeasible(
    manager: EntityManager,
    { kind, districts }: Pick<Plan, 'kind' | 'districts'>,
  ): Promise<string | null> {
    const rows: { title: string }[] = await manager.query(
      `select title from inspections.draw
        where status = 'INFEASIBLE' and kind = $1 and districts && $2::text[] order by id limit 1`,
      [kind, districts],
    );
    return rows[0]?.title ?? null;
  }

  /** Newest first. */
  async list(manager: EntityManager, filter: Filter): Promise<Page<Draw>> {
    const query = manager
      .createQueryBuilder(DrawEntity, 'd')
      .orderBy('d.id', 'DESC')
      .limit(filter.limit + 1);
    if (filter.planId !== undefined) query.andWhere('d.plan_id = :planId', filter);
    if (filter.status !== undefined) query.andWhere('d.status = :status', filter);
    if (filter.cursor !== undefined) query.andWhere('d.id < :before', { before: idIn(filter.cursor) });
    return pageOf(
      await query.getMany(),
      filter.limit,
      (row) => row,
      (row) => encodeCursor([row.id]),
    );
  }

  /**
   * Drawn targets, replacements included, whose inspection is not submitted, or that one inspector alone says are gone; also
   * those whose task is still to be made. What was published so before that was refused stands: nobody can sign it any more.
   * Counted, not joined: right after a draw the planner knows nothing of fifty thousand new rows and would compare each
   * with each.
   */
  async countOutstanding(manager: EntityManager, id: string): Promise<number> {
    const rows: { count: string }[] = await manager.query(
      `select (select count(*) from inspections.draw_selection where draw_id = $1)
            - count(*) filter (where rank is not null)
            + count(*) filter (where status in ('ASSIGNED', 'IN_PROGRESS'))
            + (select count(*) from inspections.task t join inspections.result r on r.id = t.result_id
                where t.draw_id = $1 and t.status = 'SUBMITTED' and t.co_signed_by is null
                  and t.result_code = any ($2) and r.status = 'PENDING') as count
         from inspections.task where draw_id = $1`,
      [id, GONE],
    );
    return Number(rows[0]?.count ?? 0);
  }
}
