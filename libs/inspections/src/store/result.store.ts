import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { decodePositionCursor, encodeCursor, isPlainDate } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { GONE, type Finding } from '../domain/findings';
import type { ResultStatus } from '../domain/result.process';
import type { InspectionResult, TeamMember } from '../domain/task';
import { idIn } from './inspector.store';
import { ResultEntity } from './result.entity';

export type NewResult = Omit<
  InspectionResult,
  | 'siteType'
  | 'status'
  | 'submittedBy'
  | 'createdAt'
  | 'publishedAt'
  | 'publishedBy'
  | 'keptFindings'
  | 'version'
>;

/** The last submitted first, or those whose term ends next. */
export type ResultOrder = '-createdAt' | 'dueOn';

interface Filter {
  readonly status?: ResultStatus | undefined;
  readonly kind?: Kind | undefined;
  /** Others are found once they are published. */
  readonly unpublishedOf: readonly Kind[];
  /** Kinds whose withdrawn results are found: those count for nothing, and are for who runs the draws. */
  readonly withdrawnOf: readonly Kind[];
  readonly sort: ResultOrder;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

@Injectable()
export class ResultStore {
  async insert(tx: Tx, facts: NewResult): Promise<void> {
    await tx.manager.insert(ResultEntity, {
      ...facts,
      failures: [...facts.failures],
      certificateNumbers: [...facts.certificateNumbers],
      members: [...facts.members],
      status: 'PENDING',
      submittedBy: tx.caller.id,
      createdAt: tx.at,
      version: 1,
    });
  }

  find(manager: EntityManager, id: string): Promise<InspectionResult | null> {
    return manager.findOneBy(ResultEntity, { id });
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<InspectionResult> {
    const row = await this.find(manager, id);
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<InspectionResult> {
    const row = await tx.manager.findOne(ResultEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** The team that answers for a result which is not public yet, after a stand-in. */
  async saveTeam(
    tx: Tx,
    id: string,
    team: readonly TeamMember[],
    certificateNumbers: readonly string[],
  ): Promise<void> {
    await tx.manager.update(
      ResultEntity,
      { id },
      {
        members: team.map(({ personId }) => personId),
        certificateNumbers: [...certificateNumbers],
      },
    );
  }

  /** Those of these tasks that were withdrawn, the earliest first. */
  listWithdrawn(manager: EntityManager, taskIds: readonly string[]): Promise<InspectionResult[]> {
    return manager
      .createQueryBuilder(ResultEntity, 'r')
      .where(`r.task_id = any (:taskIds) and r.status = 'WITHDRAWN'`, { taskIds: [...taskIds] })
      .orderBy('r.id')
      .getMany();
  }

  async savePublished(tx: Tx, id: string): Promise<InspectionResult> {
    await tx.manager.update(
      ResultEntity,
      { id },
      { status: 'PUBLISHED', publishedAt: tx.at, publishedBy: tx.caller.id },
    );
    return this.get(tx.manager, id);
  }

  /** What was reported stays as it was, with what had been found, and counts for nothing. */
  async saveWithdrawn(tx: Tx, id: string, findings: readonly Finding[]): Promise<void> {
    await tx.manager.update(ResultEntity, { id }, { status: 'WITHDRAWN', keptFindings: [...findings] });
  }

  /** @throws INVALID_CURSOR also for a cursor of the other order */
  async list(manager: EntityManager, filter: Filter): Promise<Page<InspectionResult>> {
    const query = manager
      .createQueryBuilder(ResultEntity, 'r')
      .where(
        `(r.status = 'PUBLISHED' or (r.status = 'PENDING' and r.kind = any (:unpublishedOf))
          or (r.status = 'WITHDRAWN' and r.kind = any (:withdrawnOf)))`,
        { unpublishedOf: [...filter.unpublishedOf], withdrawnOf: [...filter.withdrawnOf] },
      )
      .limit(filter.limit + 1);
    if (filter.status !== undefined) query.andWhere('r.status = :status', filter);
    if (filter.kind !== undefined) query.andWhere('r.kind = :kind', filter);
    const cursorOf =
      filter.sort === 'dueOn' ? byTerm(query, filter.cursor) : newestFirst(query, filter.cursor);
    return pageOf(await query.getMany(), filter.limit, (row) => row, cursorOf);
  }

  /** Results of a draw that are submitted and not published yet. */
  async countPending(manager: EntityManager, drawId: string): Promise<number> {
    const rows: { count: string }[] = await manager.query(
      `select count(*) as count from inspections.result r join inspections.task t on t.id = r.task_id
        where t.draw_id = $1 and r.status = 'PENDING'`,
      [drawId],
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** Who signed each of these results as the second of the team; asked after the result is locked, it stands. */
  async coSigners(
    manager: EntityManager,
    results: readonly Pick<InspectionResult, 'taskId'>[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows: { taskId: string; personId: string }[] = await manager.query(
      `select id as "taskId", co_signed_by as "personId" from inspections.task
        where id = any ($1::uuid[]) and co_signed_by is not null`,
      [results.map(({ taskId }) => taskId)],
    );
    return new Map(rows.map(({ taskId, personId }) => [taskId, personId]));
  }

  /**
   * Results whose term ends on this day or has ended, locked; those that another worker holds are left to it. One that
   * waits for its second signature waits on, past its term: late and true comes before early and one person's word, and
   * the colleague who is to sign has had it among their work from the first day on, with this term.
   */
  async listDueForUpdate(tx: Tx, on: string, limit: number): Promise<InspectionResult[]> {
    return tx.manager
      .createQueryBuilder(ResultEntity, 'r')
      .where(`r.status = 'PENDING' and r.due_on <= :on`, { on })
      .andWhere(
        `not (r.result_code = any (:gone) and exists (
           select from inspections.task t where t.id = r.task_id and t.co_signed_by is null))`,
        { gone: GONE },
      )
      .orderBy('r.due_on')
      .addOrderBy('r.id')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }
}

type CursorOf = (row: ResultEntity) => string;

function newestFirst(query: SelectQueryBuilder<ResultEntity>, cursor: string | undefined): CursorOf {
  query.orderBy('r.id', 'DESC');
  if (cursor !== undefined) query.andWhere('r.id < :before', { before: idIn(cursor) });
  return ({ id }) => encodeCursor([id]);
}

function byTerm(query: SelectQueryBuilder<ResultEntity>, cursor: string | undefined): CursorOf {
  query.orderBy('r.due_on').addOrderBy('r.id');
  if (cursor !== undefined) {
    const [dueOn, id] = decodePositionCursor(cursor, isPlainDate);
    query.andWhere('(r.due_on, r.id) > (:dueOn, :id)', { dueOn, id });
  }
  return ({ dueOn, id }) => encodeCursor([dueOn, id]);
}
