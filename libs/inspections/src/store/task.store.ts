import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { decodePositionCursor, encodeCursor, isPlainDate } from '@zhaoguan/kernel';
import { pageOf, type Page, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Finding } from '../domain/findings';
import {
  KNOWN_TO_INSTITUTION,
  MAY_GROUND_A_CASE,
  type Evidence,
  type Task,
  type TaskScope,
  type TaskWithFindings,
  type TeamMember,
} from '../domain/task';
import type { TaskStatus } from '../domain/task.process';
import { LEAVERS } from './stand-in.store';
import { EvidenceEntity, FindingEntity, TaskEntity } from './task.entity';

/** What all tasks of a draw have in common. */
export type CommonToTasks = Pick<Task, 'drawId' | 'planId' | 'planTitle' | 'kind' | 'items' | 'dueOn'>;

/** A task with the name and address of its institution as they are now. */
export interface NewTask extends Pick<Task, 'id' | 'rank' | 'institutionId' | 'district' | 'team'> {
  readonly name: string;
  readonly address: string;
}

export type TaskChanges = Partial<
  Pick<
    Task,
    | 'status'
    | 'startedAt'
    | 'submittedAt'
    | 'submittedBy'
    | 'resultId'
    | 'resultCode'
    | 'coSignedBy'
    | 'coSignedAt'
  >
>;

interface Filter {
  /** Tasks of this person's teams are among them. */
  readonly me: string;
  /** What else is among them; null: nothing. */
  readonly scope: TaskScope | null;
  /** Townships of the person's districts that are another body's: nothing of the scope lies there. */
  readonly exceptTownships: readonly string[];
  readonly status?: TaskStatus | undefined;
  readonly drawId?: string | undefined;
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

@Injectable()
export class TaskStore {
  /** In one statement, in which what they have in common stands once: a draw makes tens of thousands of tasks. */
  async insert(tx: Tx, common: CommonToTasks, tasks: readonly NewTask[]): Promise<void> {
    const { drawId, planId, planTitle, kind, items, dueOn } = common;
    await tx.manager.query(
      `insert into inspections.task (id, draw_id, plan_id, plan_title, rank, institution_id, institution_name,
         institution_address, kind, district, items, team, assignees, due_on, status, created_at, version)
       select id, $1, $2, $3, rank, "institutionId", name, address, $4, district, $5::jsonb, team,
              array(select (m.member ->> 'personId')::uuid
                      from jsonb_array_elements(team) with ordinality as m(member, place) order by m.place),
              $6, 'ASSIGNED', $7, 1
         from jsonb_to_recordset($8::jsonb)
           as t(id uuid, rank integer, "institutionId" uuid, name text, address text, district text, team jsonb)`,
      [drawId, planId, planTitle, kind, JSON.stringify(items), dueOn, tx.at, JSON.stringify(tasks)],
    );
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<TaskWithFindings> {
    const row = await manager.findOneBy(TaskEntity, { id });
    if (!row) throw refuse('NOT_FOUND');
    return this.withFindings(manager, row);
  }

  /** @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<TaskWithFindings> {
    const row = await tx.manager.findOne(TaskEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw refuse('NOT_FOUND');
    return this.withFindings(tx.manager, row);
  }

  async update(tx: Tx, id: string, changes: TaskChanges): Promise<TaskWithFindings> {
    await tx.manager.update(TaskEntity, { id }, changes);
    return this.get(tx.manager, id);
  }

  /** Another team, after the stand-in that it follows from is written down. */
  async saveTeam(tx: Tx, id: string, team: readonly TeamMember[]): Promise<void> {
    await tx.manager.update(
      TaskEntity,
      { id },
      { team: [...team], assignees: team.map(({ personId }) => personId) },
    );
  }

  /** Holds all tasks of a draw, in order of id like `moveSome`: what is begun, submitted or signed waits. */
  async lockOfDraw(tx: Tx, drawId: string): Promise<void> {
    await tx.manager.query(
      `select count(*) from (select from inspections.task where draw_id = $1 order by id for update) as held`,
      [drawId],
    );
  }

  /** How many inspections of a draw were begun, whatever became of them. */
  async countBegun(manager: EntityManager, drawId: string): Promise<number> {
    const rows: { count: string }[] = await manager.query(
      `select count(*) as count from inspections.task where draw_id = $1 and started_at is not null`,
      [drawId],
    );
    return Number(rows[0]?.count ?? 0);
  }

  async idsOfDraw(manager: EntityManager, drawId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query('select id from inspections.task where draw_id = $1', [
      drawId,
    ]);
    return rows.map(({ id }) => id);
  }

  async isAnyOfDraw(manager: EntityManager, drawId: string, ids: readonly string[]): Promise<boolean> {
    const [row]: { found: boolean }[] = await manager.query(
      'select exists (select from inspections.task where draw_id = $1 and id = any ($2::uuid[])) as found',
      [drawId, ids],
    );
    return row?.found === true;
  }

  /** Those of these whose draw is not laid open yet. */
  async idsOfSealed(
    manager: EntityManager,
    tasks: readonly Pick<Task, 'id'>[],
  ): Promise<ReadonlySet<string>> {
    if (tasks.length === 0) return new Set();
    const rows: { id: string }[] = await manager.query(
      `select t.id from inspections.task t join inspections.draw d on d.id = t.draw_id
        where t.id = any ($1::uuid[]) and d.status = 'DRAWN'`,
      [tasks.map(({ id }) => id)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Which of these institutions have a task of the draw. */
  async institutionsWithTask(
    manager: EntityManager,
    drawId: string,
    institutionIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await manager.query(
      'select institution_id as id from inspections.task where draw_id = $1 and institution_id = any ($2::uuid[])',
      [drawId, institutionIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Moves so many tasks of a draw from one state to another, in order of id.
   * @returns those it moved; none when there are none left
   */
  async moveSome(
    tx: Tx,
    drawId: string,
    { from, to }: { readonly from: TaskStatus; readonly to: TaskStatus },
    limit: number,
  ): Promise<{ readonly id: string; readonly district: string }[]> {
    const [rows]: [{ id: string; district: string }[], number] = await tx.manager.query(
      `update inspections.task t set status = $3, version = version + 1
         from (select id from inspections.task where draw_id = $1 and status = $2
                order by id limit $4 for update) as next
        where t.id = next.id
       returning t.id, t.district`,
      [drawId, from, to, limit],
    );
    return rows;
  }

  /** The most urgent first. */
  async list(manager: EntityManager, filter: Filter): Promise<Page<Task>> {
    const query = manager
      .createQueryBuilder(TaskEntity, 't')
      .orderBy('t.due_on')
      .addOrderBy('t.id')
      .limit(filter.limit + 1);
    query.where(`(${branchesOf(filter.scope).join(' or ')})`, {
      me: filter.me,
      kinds: filter.scope?.kinds ?? [],
      exceptTownships: filter.exceptTownships,
      known: KNOWN_TO_INSTITUTION,
      grounds: MAY_GROUND_A_CASE,
    });
    if (filter.status !== undefined) query.andWhere('t.status = :status', filter);
    if (filter.drawId !== undefined) query.andWhere('t.draw_id = :drawId', filter);
    if (filter.district !== undefined) query.andWhere('t.district = :district', filter);
    if (filter.cursor !== undefined)
      query.andWhere('(t.due_on, t.id) > (:dueOn, :id)', placeIn(filter.cursor));
    return pageOf(
      await query.getMany(),
      filter.limit,
      (row) => row,
      (row) => encodeCursor([row.dueOn, row.id]),
    );
  }

  /** Whether the person is sent to one of the institutions of the draw, or was before another took the place. */
  async isInTeam(manager: EntityManager, drawId: string, personId: string): Promise<boolean> {
    const [row]: { found: boolean }[] = await manager.query(
      `select exists (select from inspections.task t where t.draw_id = $1 and t.assignees @> array[$2]::uuid[])
           or exists (select from ${LEAVERS} where s.draw_id = $1 and l.person_id = $2::uuid) as found`,
      [drawId, personId],
    );
    return row?.found === true;
  }

  /** One row an item: what was found before is replaced. */
  async saveFindings(tx: Tx, taskId: string, findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    await tx.manager.upsert(
      FindingEntity,
      findings.map((finding) => ({
        ...finding,
        legalBasis: [...finding.legalBasis],
        evidenceIds: [...finding.evidenceIds],
        taskId,
      })),
      ['taskId', 'itemId'],
    );
  }

  async insertEvidence(tx: Tx, taskId: string, file: StoredFile): Promise<void> {
    const { id, sm3, size, mediaType, name } = file;
    await tx.manager.insert(EvidenceEntity, {
      id,
      taskId,
      sm3,
      size: String(size),
      mediaType,
      name,
      uploadedBy: tx.caller.id,
      uploadedAt: tx.at,
    });
  }

  private async withFindings(manager: EntityManager, row: TaskEntity): Promise<TaskWithFindings> {
    const findings = await manager.find(FindingEntity, {
      where: { taskId: row.id },
      order: { itemCode: 'ASC' },
    });
    const evidence = await manager.find(EvidenceEntity, { where: { taskId: row.id }, order: { id: 'ASC' } });
    return { ...row, findings, evidence: evidence.map(toEvidence) };
  }
}

/** The conditions under which a task is for somebody, each enough. */
function branchesOf(scope: TaskScope | null): string[] {
  const elsewhere = 't.district <> all (:exceptTownships)';
  return [
    't.assignees @> array[:me]::uuid[]',
    ...(scope && scope.kinds.length > 0 ? [`t.kind = any (:kinds) and ${elsewhere}`] : []),
    ...(scope?.submitted ? [`t.status = any (:grounds) and ${elsewhere}`] : []),
    ...(scope?.ownInstitutions
      ? [
          `t.status = any (:known)
           and (t.party_id = :me or t.party_id is null and t.institution_id in (
             select i.id from institutions.institution i where i.operator_id = :me))`,
        ]
      : []),
  ];
}

function toEvidence({ id, sm3, size, mediaType, name, uploadedAt }: EvidenceEntity): Evidence {
  return { id, sm3, size: Number(size), mediaType, name, uploadedAt };
}

function placeIn(cursor: string): { dueOn: string; id: string } {
  const [dueOn, id] = decodePositionCursor(cursor, isPlainDate);
  return { dueOn, id };
}
