import { Injectable } from '@nestjs/common';
import type { AbsenceCause } from '@zhaoguan/contracts';
import type { StandIn } from '@zhaoguan/draw';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { StandInRecord, Task } from '../domain/task';

/** Why an inspector of a draw cannot go (缺席原因). */
export interface Absence {
  readonly certificateNumber: string;
  readonly personId: string;
  readonly cause: AbsenceCause;
  /** Null: since before that was written down. */
  readonly since: Date | null;
  /** Whoever has kept their entries in the directory, or their account. */
  readonly causedBy: readonly string[];
}

/** An inspection of which somebody of the team cannot go. */
export interface IncompleteTask {
  readonly id: string;
  readonly institutionName: string;
  readonly district: string;
}

/** Relation of the stand-ins `s` with the inspector `l` who left: SQL after `from`. */
export const LEAVERS = `inspections.draw_stand_in s
  join inspections.draw_inspector l on l.draw_id = s.draw_id and l.certificate_number = s.left_number`;

/** Whether a recusal `r` is an inspector's own word, and in force: SQL after `where`. */
const OWN_RECUSAL = `r.declared_by = r.person_id and r.revokes is null
  and not exists (select from inspections.recusal e where e.revokes = r.id)`;

/** Who took whose place in the teams of a draw (替补检查人员), and who cannot go. */
@Injectable()
export class StandInStore {
  /** Certificate numbers of those of a draw who cannot go on this day. */
  async absentOf(manager: EntityManager, drawId: string, on: string): Promise<ReadonlySet<string>> {
    const rows: { number: string }[] = await manager.query(
      'select certificate_number as number from inspections.absent_inspectors($1, $2::date)',
      [drawId, on],
    );
    return new Set(rows.map(({ number }) => number));
  }

  /**
   * Those of a draw who have declared after its announcement that they may not be sent to an institution (回避). Who knew of it
   * before was never drawn for it; a word of somebody else takes nobody out.
   * @law 行政处罚法第四十三条
   */
  private recusedFrom(
    manager: EntityManager,
    { drawId, institutionId }: Pick<Task, 'drawId' | 'institutionId'>,
  ): Promise<Absence[]> {
    return manager.query(
      `select f.certificate_number as "certificateNumber", f.person_id as "personId", 'RECUSAL' as cause,
              r.declared_at as since, array[f.person_id] as "causedBy"
         from inspections.recusal r
         join inspections.draw_inspector f on f.draw_id = $1 and f.person_id = r.person_id
        where r.institution_id = $2 and ${OWN_RECUSAL}`,
      [drawId, institutionId],
    );
  }

  /** Why, since when and by whom, for the same people; and for who has declared a recusal at the institution since. */
  async absencesOf(
    manager: EntityManager,
    task: Pick<Task, 'drawId' | 'institutionId'>,
    on: string,
  ): Promise<Absence[]> {
    const out: Absence[] = await manager.query(
      `select certificate_number as "certificateNumber", person_id as "personId", cause, since, caused_by as "causedBy"
         from inspections.absences($1, $2::date)`,
      [task.drawId, on],
    );
    const known = new Set(out.map(({ certificateNumber }) => certificateNumber));
    const recused = await this.recusedFrom(manager, task);
    return [...out, ...recused.filter(({ certificateNumber }) => !known.has(certificateNumber))];
  }

  /** Person ids of those of a task's team who cannot go on this day. */
  async absentMembers(
    manager: EntityManager,
    task: Pick<Task, 'drawId' | 'institutionId' | 'team'>,
    on: string,
  ): Promise<readonly string[]> {
    const absent = await this.absentOf(manager, task.drawId, on);
    const recused = new Set((await this.recusedFrom(manager, task)).map(({ personId }) => personId));
    return task.team
      .filter(({ certificateNumber, personId }) => absent.has(certificateNumber) || recused.has(personId))
      .map(({ personId }) => personId);
  }

  /** Inspections of a draw that have not begun and of whose team somebody cannot go on this day, in order of id. */
  async pageOfIncomplete(
    manager: EntityManager,
    { drawId, on }: { readonly drawId: string; readonly on: string },
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<IncompleteTask>> {
    const rows: IncompleteTask[] = await manager.query(
      `select t.id, t.institution_name as "institutionName", t.district
         from inspections.task t
        where t.draw_id = $1 and t.status = 'ASSIGNED' and ($2::uuid is null or t.id > $2)
          and (exists (select from inspections.absent_inspectors($1, $3::date) a where a.person_id = any (t.assignees))
               or exists (select from inspections.recusal r
                           where r.institution_id = t.institution_id and r.person_id = any (t.assignees)
                             and ${OWN_RECUSAL}))
        order by t.id limit $4`,
      [drawId, page.cursor === undefined ? null : decodeIdCursor(page.cursor), on, page.limit + 1],
    );
    return pageOf(
      rows,
      page.limit,
      (row) => row,
      ({ id }) => encodeCursor([id]),
    );
  }

  /** Whether somebody stands in the frozen directory of a draw, so that it could send them. */
  async isInspectorOf(manager: EntityManager, drawId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select 1 from inspections.draw_inspector where draw_id = $1 and person_id = $2 limit 1',
      [drawId, personId],
    );
    return rows.length > 0;
  }

  /** In the order in which they were made. */
  listOfDraw(manager: EntityManager, drawId: string): Promise<StandIn[]> {
    return manager.query(
      `select target_id as target, department, left_number as left, joined_number as joined, absent
         from inspections.draw_stand_in where draw_id = $1 order by seq`,
      [drawId],
    );
  }

  /** Of one task, with the people behind the numbers. */
  listOfTask(manager: EntityManager, taskId: string): Promise<StandInRecord[]> {
    return manager.query(
      `select l.person_id as "leftId", l.certificate_number as "leftNumber", l.name as "leftName", j.name as "joinedName", s.department, s.reason,
              s.decided_at as "decidedAt"
         from ${LEAVERS}
         left join inspections.draw_inspector j on j.draw_id = s.draw_id and j.certificate_number = s.joined_number
        where s.task_id = $1 order by s.seq`,
      [taskId],
    );
  }

  /** Person ids of those who left the teams of these tasks. */
  async formerMembers(manager: EntityManager, taskIds: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct l.person_id as id
         from ${LEAVERS}
        where s.task_id = any ($1::uuid[])`,
      [taskIds],
    );
    return rows.map(({ id }) => id);
  }

  /** The draw must be held, so that the numbers follow each other. */
  async append(
    tx: Tx,
    { id, drawId }: Task,
    standIn: StandIn,
    { reason, absences }: { readonly reason: string; readonly absences: readonly Absence[] },
  ): Promise<void> {
    const { target, department, left, joined, absent } = standIn;
    const [{ seq }]: [{ seq: number }] = await tx.manager.query(
      `insert into inspections.draw_stand_in
         (draw_id, seq, task_id, target_id, department, left_number, joined_number, absent, reason, decided_by, decided_at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10
         from inspections.draw_stand_in where draw_id = $1 returning seq`,
      [drawId, id, target, department, left, joined, absent, reason, tx.caller.id, tx.at],
    );
    await tx.manager.query(
      `insert into inspections.draw_absence (draw_id, seq, certificate_number, cause, since)
       select $1, $2, a.* from unnest($3::text[], $4::text[], $5::timestamptz[]) as a`,
      [
        drawId,
        seq,
        absences.map(({ certificateNumber }) => certificateNumber),
        absences.map(({ cause }) => cause),
        absences.map(({ since }) => since),
      ],
    );
  }
}
