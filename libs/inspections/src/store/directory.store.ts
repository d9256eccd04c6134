import { Injectable } from '@nestjs/common';
import type { DirectoryFacts } from '@zhaoguan/contracts';
import { encodeCursor } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { DirectoryChange } from '../domain/directory';
import type { Plan } from '../domain/plan';
import { idIn } from './inspector.store';

/** A change of an entry, with who made it. */
export interface RecordedChange extends Pick<DirectoryChange, 'act' | 'reason'> {
  readonly id: string;
  /** Null for entries older than the record of changes. */
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

/** The directory of a department as it stands at the announcement. */
export type DirectoryCount = Omit<DirectoryFacts, 'returned' | 'joined'>;

/** The history of the 执法检查人员名录库, and what of it is published with a draw. */
@Injectable()
export class DirectoryStore {
  /** @param at when it takes effect: after whatever the change has waited for */
  async insert(tx: Tx, inspectorId: string, changes: readonly DirectoryChange[], at: Date): Promise<void> {
    for (const { act, departments, districts, reason } of changes) {
      await tx.manager.query(
        `insert into inspections.directory_change
           (id, inspector_id, act, departments, districts, reason, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [tx.newId(), inspectorId, act, departments, districts, reason, tx.caller.id, at],
      );
    }
  }

  /** Newest first. */
  async list(
    manager: EntityManager,
    inspectorId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<RecordedChange>> {
    const rows: RecordedChange[] = await manager.query(
      `select id, act, reason, changed_by as "changedBy", changed_at as "changedAt"
         from inspections.directory_change
        where inspector_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [inspectorId, page.cursor === undefined ? null : idIn(page.cursor), page.limit + 1],
    );
    return pageOf(
      rows,
      page.limit,
      (row) => row,
      (row) => encodeCursor([row.id]),
    );
  }

  /**
   * Counts the directory of each department that takes part, once the draw has its inspectors and recusals.
   * @param since from when on changes are counted, at the latest
   */
  async publish(tx: Tx, drawId: string, plan: Plan, since: Date): Promise<DirectoryCount[]> {
    return tx.manager.query(
      `insert into inspections.draw_directory (draw_id, department, counted_from, listed, inactive, available,
         recused_by_others, recusals_lifted, added, suspended, resumed, moved, shortened, renewed)
       select $1, counts.* from inspections.directory_counts($1, $2, $3, $4, $5) as counts
       returning department, counted_from as "countedFrom", listed, inactive, available,
         recused_by_others as "recusedByOthers", recusals_lifted as "recusalsLifted",
         added, suspended, resumed, moved, shortened, renewed`,
      [drawId, plan.kind, plan.demands.map(({ department }) => department), plan.districts, since],
    );
  }

  /** Nobody changes the directory until the transaction ends. Draws do not wait for each other. */
  async holdStill(tx: Tx): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [DIRECTORY]);
  }

  /** Waits for the draws that are being announced. */
  async openForChange(tx: Tx): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [DIRECTORY]);
  }
}

const DIRECTORY = 'inspector-directory';
