import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Conflict, Inspector, Target } from '@zhaoguan/draw';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../domain/plan';
import type { Recused, TargetCount } from '../domain/staffing';
import { HAT, hatOf, recused, SENDABLE } from './hat';

/** An inspector as frozen for a draw: what the draw sees, and who it is. */
export interface FrozenInspector extends Inspector {
  readonly inspectorId: string;
  readonly personId: string;
  readonly name: string;
}

const TARGETS_IN_A_BATCH = 50_000;
const NIL = '00000000-0000-0000-0000-000000000000';
const UUID_LENGTH = 36;

/** What goes into a draw, frozen in the transaction that announces it. A million targets never become objects here. */
@Injectable()
export class DrawInputStore {
  /** Puts every operating institution of the plan into the hat. @returns how many */
  async freezeTargets(tx: Tx, drawId: string, plan: Plan): Promise<number> {
    // One statement over the whole registry may take longer than a request's statements may.
    await tx.manager.query(`set local statement_timeout = '5min'`);
    const rows: { count: string }[] = await tx.manager.query(
      `with ${HAT}, frozen as (
         insert into inspections.draw_target (draw_id, target_id, stratum, district)
         select $4, id, stratum, district from hat order by id
         returning 1)
       select count(*) from frozen`,
      [...hatOf(plan), drawId],
    );
    return Number(rows[0]?.count ?? 0);
  }

  async countTargets(manager: EntityManager, drawId: string): Promise<TargetCount[]> {
    const rows: { stratum: string; district: string; count: string }[] = await manager.query(
      `select stratum, district, count(*) as count from inspections.draw_target
        where draw_id = $1 group by stratum, district order by stratum, district`,
      [drawId],
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  /** Inspectors of the demanded departments who are active, certified on the day and cover part of the plan's area. */
  listAvailable(tx: Tx, plan: Plan, on: string): Promise<FrozenInspector[]> {
    return tx.manager.query(
      `with ${SENDABLE}
       select certificate_number as id, department, districts, id as "inspectorId", person_id as "personId", name
         from sendable order by certificate_number collate "C"`,
      [plan.districts, plan.demands.map(({ department }) => department), on],
    );
  }

  /** Recusals in force between these inspectors and targets of the hat. */
  listConflicts(tx: Tx, drawId: string, inspectors: readonly FrozenInspector[]): Promise<Recused[]> {
    const hat = '(select target_id as id, stratum, district from inspections.draw_target where draw_id = $1)';
    return tx.manager.query(recused(hat, 'i.id = any ($2::uuid[])'), [
      drawId,
      inspectors.map(({ inspectorId }) => inspectorId),
    ]);
  }

  async saveInspectors(tx: Tx, drawId: string, inspectors: readonly FrozenInspector[]): Promise<void> {
    await tx.manager.query(
      `insert into inspections.draw_inspector
         (draw_id, certificate_number, inspector_id, person_id, name, department, districts)
       select $1, id, "inspectorId", "personId", name, department, districts
         from jsonb_to_recordset($2::jsonb)
           as i(id text, "inspectorId" uuid, "personId" uuid, name text, department text, districts text[])`,
      [drawId, JSON.stringify(inspectors)],
    );
  }

  async saveConflicts(tx: Tx, drawId: string, conflicts: readonly Conflict[]): Promise<void> {
    await tx.manager.query(
      `insert into inspections.draw_conflict (draw_id, certificate_number, target_id)
       select $1, inspector, target from jsonb_to_recordset($2::jsonb) as c(inspector text, target uuid)`,
      [drawId, JSON.stringify(conflicts)],
    );
  }

  /** SM3 of the target lines, without holding them all. */
  async digestTargets(manager: EntityManager, drawId: string): Promise<string> {
    const hash = createHash('sm3');
    for await (const lines of targetLines((work) => work(manager), 'inspections.draw_target', drawId))
      hash.update(lines);
    return hash.digest('hex');
  }

  /** The target lines of draw-spec as bytes in pieces, with their SM3; with `strata` only those. */
  async loadTargets(
    manager: EntityManager,
    drawId: string,
    strata?: readonly string[],
  ): Promise<{ lines: readonly Uint8Array<ArrayBuffer>[]; digest: string }> {
    const hash = createHash('sm3');
    const encoder = new TextEncoder();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const lines of targetLines(
      (work) => work(manager),
      'inspections.draw_target',
      drawId,
      strata,
    )) {
      const piece = encoder.encode(lines);
      hash.update(piece);
      pieces.push(piece);
    }
    return { lines: pieces, digest: hash.digest('hex') };
  }

  async findTarget(manager: EntityManager, drawId: string, targetId: string): Promise<Target | null> {
    const rows: Target[] = await manager.query(
      `select target_id as id, stratum, district from inspections.draw_target where draw_id = $1 and target_id = $2`,
      [drawId, targetId],
    );
    return rows[0] ?? null;
  }

  /** Those of these targets that are in the hat. */
  findTargets(manager: EntityManager, drawId: string, ids: readonly string[]): Promise<Target[]> {
    return manager.query(
      `select target_id as id, stratum, district from inspections.draw_target
        where draw_id = $1 and target_id = any ($2::uuid[])`,
      [drawId, ids],
    );
  }

  loadInspectors(manager: EntityManager, drawId: string): Promise<FrozenInspector[]> {
    return manager.query(
      `select certificate_number as id, department, districts, inspector_id as "inspectorId",
              person_id as "personId", name
         from inspections.draw_inspector where draw_id = $1 order by certificate_number collate "C"`,
      [drawId],
    );
  }

  loadConflicts(manager: EntityManager, drawId: string): Promise<Conflict[]> {
    return manager.query(
      `select certificate_number as inspector, target_id as target
         from inspections.draw_conflict where draw_id = $1 order by certificate_number collate "C", target_id`,
      [drawId],
    );
  }
}

const LINE = `target_id || E'\\t' || stratum || E'\\t' || district || E'\\n'`;
const JSON_OBJECT = `'{"id":"' || target_id || '","stratum":"' || stratum || '","district":"' || district || '"}'`;

type TargetTable = 'inspections.draw_target' | 'inspections.draw_target_public';
/** Runs something in a transaction: the one that is open, or a short one of its own. */
export type InTransaction = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** The hat in the line form of draw-spec, ascending, some ten thousand lines at a time: put together by the database. */
export async function* targetLines(
  inTransaction: InTransaction,
  table: TargetTable,
  drawId: string,
  strata?: readonly string[],
): AsyncGenerator<string, void, void> {
  for (let after = NIL; ;) {
    const lines = await batch(inTransaction, batchOf(table, LINE, ''), [drawId, after, strata ?? null]);
    if (lines === null) return;
    yield lines;
    const last = lines.lastIndexOf('\n', lines.length - 2) + 1;
    after = lines.slice(last, last + UUID_LENGTH);
  }
}

/** The same as JSON objects, comma between them, for the bundle. */
export async function* targetObjects(
  inTransaction: InTransaction,
  table: TargetTable,
  drawId: string,
): AsyncGenerator<string, void, void> {
  const start = '{"id":"';
  for (let after = NIL; ;) {
    const objects = await batch(inTransaction, batchOf(table, JSON_OBJECT, ','), [drawId, after, null]);
    if (objects === null) return;
    yield (after === NIL ? '' : ',') + objects;
    const last = objects.lastIndexOf(start) + start.length;
    after = objects.slice(last, last + UUID_LENGTH);
  }
}

/** Ids, strata and districts are checked by the tables: nothing in them needs quoting. */
function batchOf(table: TargetTable, expression: string, separator: string): string {
  return `select string_agg(${expression}, '${separator}' order by target_id) as text
            from (select * from ${table}
                   where draw_id = $1 and target_id > $2::uuid and ($3::text[] is null or stratum = any ($3))
                   order by target_id limit ${TARGETS_IN_A_BATCH}) as batch`;
}

/**
 * Reads in the order of the primary key. The planner, which has no statistics of a hat that was frozen a moment ago,
 * would read and sort the whole of it for every batch.
 */
function batch(
  inTransaction: InTransaction,
  sql: string,
  parameters: readonly unknown[],
): Promise<string | null> {
  return inTransaction(async (manager) => {
    await manager.query('set local enable_sort = off; set local enable_bitmapscan = off');
    const rows: { text: string | null }[] = await manager.query(sql, [...parameters]);
    await manager.query('set local enable_sort = on; set local enable_bitmapscan = on');
    return rows[0]?.text ?? null;
  });
}
