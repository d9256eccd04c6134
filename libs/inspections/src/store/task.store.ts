import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { decodePositionCursor, encodeCursor, isPlainDate } from '@zhaoguan/kernel';
import { pageOf, type Page, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Finding } from '../domain/findings';
import type { Evidence, Task, TaskWithFindings } from '../domain/task';
import type { TaskStatus } from '../domain/task.process';
import { EvidenceEntity, FindingEntity, TaskEntity } from './task.entity';

/** What all tasks of a draw have in common. */
export type CommonToTasks = Pick<Task, 'drawId' | 'planId' | 'planTitle' | 'kind' | 'items' | 'dueOn'>;

/** A task with the name and address of its institution as they are now. */
export interface NewTask extends Pick<Task, 'id' | 'rank' | 'institutionId' | 'district' | 'team'> {
  readonly name: string;
  readonly address: string;
}

export type TaskChanges = Partial<
  Pick<Task, 'status' | 'startedAt' | 'submittedAt' | 'resultId' | 'resultCode'>
>;

interface Filter {
  /** Only tasks of this inspector. */
  readonly assignee?: string | undefined;
  /** Only tasks in one of these states. */
  readonly statuses?: readonly TaskStatus[] | undefined;
  readonly drawId?: string | undefined;
  readonly district?: string | undefined;
  /** Only tasks at institutions of this operator. */
  readonly operator?: string | undefined;
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

  async idsOfDraw(manager: EntityManager, drawId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query('select id from inspections.task where draw_id = $1', [
      drawId,
    ]);
    return rows.map(({ id }) => id);
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
    if (filter.assignee !== undefined) query.andWhere('t.assignees @> array[:assignee]::uuid[]', filter);
    if (filter.statuses !== undefined) query.andWhere('t.status = any (:statuses)', filter);
    if (filter.drawId !== undefined) query.andWhere('t.draw_id = :drawId', filter);
    if (filter.district !== undefined) query.andWhere('t.district = :district', filter);
    if (filter.operator !== undefined) {
      query.andWhere(
        't.institution_id in (select i.id from institutions.institution i where i.operator_id = :operator)',
        filter,
      );
    }
    if (filter.cursor !== undefined)
      query.andWhere('(t.due_on, t.id) > (:dueOn, :id)', placeIn(filter.cursor));
    return pageOf(
      await query.getMany(),
      filter.limit,
      (row) => row,
      (row) => encodeCursor([row.dueOn, row.id]),
    );
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

function toEvidence({ id, sm3, size, mediaType, name, uploadedAt }: EvidenceEntity): Evidence {
  return { id, sm3, size: Number(size), mediaType, name, uploadedAt };
}

function placeIn(cursor: string): { dueOn: string; id: string } {
  const [dueOn, id] = decodePositionCursor(cursor, isPlainDate);
  return { dueOn, id };
}
