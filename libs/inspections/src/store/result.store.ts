import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { encodeCursor } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { ResultStatus } from '../domain/result.process';
import type { InspectionResult } from '../domain/task';
import { idIn } from './inspector.store';
import { ResultEntity } from './result.entity';

export type NewResult = Omit<
  InspectionResult,
  'status' | 'submittedBy' | 'createdAt' | 'publishedAt' | 'publishedBy' | 'version'
>;

interface Filter {
  readonly status?: ResultStatus | undefined;
  readonly kind?: Kind | undefined;
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

  async savePublished(tx: Tx, id: string): Promise<InspectionResult> {
    await tx.manager.update(
      ResultEntity,
      { id },
      { status: 'PUBLISHED', publishedAt: tx.at, publishedBy: tx.caller.id },
    );
    return this.get(tx.manager, id);
  }

  /** Newest first. */
  async list(manager: EntityManager, filter: Filter): Promise<Page<InspectionResult>> {
    const query = manager
      .createQueryBuilder(ResultEntity, 'r')
      .orderBy('r.id', 'DESC')
      .limit(filter.limit + 1);
    if (filter.status !== undefined) query.andWhere('r.status = :status', filter);
    if (filter.kind !== undefined) query.andWhere('r.kind = :kind', filter);
    if (filter.cursor !== undefined) query.andWhere('r.id < :before', { before: idIn(filter.cursor) });
    return pageOf(
      await query.getMany(),
      filter.limit,
      (row) => row,
      (row) => encodeCursor([row.id]),
    );
  }

  /** Results whose term ends on this day or has ended, locked; those that another worker holds are left to it. */
  async listDueForUpdate(tx: Tx, on: string, limit: number): Promise<InspectionResult[]> {
    return tx.manager
      .createQueryBuilder(ResultEntity, 'r')
      .where(`r.status = 'PENDING' and r.due_on <= :on`, { on })
      .orderBy('r.due_on')
      .addOrderBy('r.id')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }
}
