import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { decodeCursor, encodeCursor, isPlainDate, isUuid } from '@zhaoguan/kernel';
import { pageOf, type Page, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Finding } from '../domain/findings';
import type { Evidence, Task, TaskWithFindings } from '../domain/task';
import type { TaskStatus } from '../domain/task.process';
import { EvidenceEntity, FindingEntity, TaskEntity } from './task.entity';

export type NewTask = Omit<
  Task,
  'status' | 'startedAt' | 'submittedAt' | 'resultId' | 'createdAt' | 'version'
>;
export type TaskChanges = Partial<Pick<Task, 'status' | 'startedAt' | 'submittedAt' | 'resultId'>>;

interface Filter {
  /** Only tasks of this inspector. */
  readonly assignee?: string | undefined;
  /** Only tasks in one of these states. */
  readonly statuses?: readonly TaskStatus[] | undefined;
  readonly drawId?: string | undefined;
  /** Only tasks at institutions of this operator. */
  readonly operator?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

@Injectable()
export class TaskStore {
  async insert(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
    await tx.manager.insert(
      TaskEntity,
      tasks.map((task) => ({
        ...task,
        items: [...task.items],
        team: [...task.team],
        assignees: [...task.assignees],
        status: 'ASSIGNED' as const,
        createdAt: tx.at,
        version: 1,
      })),
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

  /** Unfinished tasks of a draw, locked. */
  listUnfinishedForUpdate(tx: Tx, drawId: string): Promise<Task[]> {
    return tx.manager.find(TaskEntity, {
      where: [
        { drawId, status: 'ASSIGNED' },
        { drawId, status: 'IN_PROGRESS' },
      ],
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
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
        recordedBy: tx.caller.id,
        recordedAt: tx.at,
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

function toEvidence({ id, sm3, size, mediaType, name }: EvidenceEntity): Evidence {
  return { id, sm3, size: Number(size), mediaType, name };
}

function placeIn(cursor: string): { dueOn: string; id: string } {
  const [dueOn, id] = decodeCursor(cursor);
  if (typeof dueOn !== 'string' || !isPlainDate(dueOn) || typeof id !== 'string' || !isUuid(id)) {
    throw refuse('INVALID_CURSOR');
  }
  return { dueOn, id };
}
