import { Injectable } from '@nestjs/common';
import type { DirectoryAct, DirectoryFacts } from '@zhaoguan/contracts';
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
  async insert(tx: Tx, inspectorId: string, changes: readonly DirectoryChange[]): Promise<void> {
    for (const { act, departments, districts, reason } of changes) {
      await tx.manager.query(
        `insert into inspections.directory_change
           (id, inspector_id, act, departments, districts, reason, changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [tx.newId(), inspectorId, act, departments, districts, reason, tx.caller.id, tx.at],
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
   * @param since from when on changes are counted
   */
  async publish(tx: Tx, drawId: string, plan: Plan, since: Date): Promise<DirectoryCount[]> {
    return tx.manager.query(
      `insert into inspections.draw_directory (draw_id, department, counted_from, listed, available, recused_by_others,
         added, suspended, resumed, moved, certified)
       select $1, demanded.department, $4::timestamptz,
              (select count(*) from inspections.inspector i
                where i.active and i.department = demanded.department and inspections.touches(i.districts, $3::text[])),
              (select count(*) from inspections.draw_inspector f
                where f.draw_id = $1 and f.department = demanded.department),
              (select count(*) from inspections.draw_conflict c
                 join inspections.draw_inspector f
                   on f.draw_id = c.draw_id and f.certificate_number = c.certificate_number
                where c.draw_id = $1 and f.department = demanded.department and not exists (
                  select from inspections.recusal r
                   where r.person_id = f.person_id and r.institution_id = c.target_id and r.declared_by = f.person_id
                     and r.revokes is null and not exists (select from inspections.recusal e where e.revokes = r.id))),
              ${ACTS.map((act) => `count(distinct c.inspector_id) filter (where c.act = '${act}')`).join(', ')}
         from unnest($2::text[]) as demanded(department)
         left join inspections.directory_change c
           on c.changed_at >= $4 and demanded.department = any (c.departments)
          and inspections.touches(c.districts, $3::text[])
        group by demanded.department
       returning department, counted_from as "countedFrom", listed, available, recused_by_others as "recusedByOthers",
         added, suspended, resumed, moved, certified`,
      [drawId, plan.demands.map(({ department }) => department), plan.districts, since],
    );
  }
}

/** In the order of the columns. */
const ACTS: readonly DirectoryAct[] = ['LISTED', 'SUSPENDED', 'RESUMED', 'MOVED', 'CERTIFIED'];
