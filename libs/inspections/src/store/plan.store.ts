import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { encodeCursor } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../domain/plan';
import type { Available, Recused, TargetCount } from '../domain/staffing';
import { HAT, hatOf, recused, SENDABLE, type HatSource } from './hat';
import { idIn } from './inspector.store';
import { PlanEntity } from './plan.entity';

export type NewPlan = Omit<Plan, 'id' | 'createdBy' | 'createdAt' | 'version'>;

interface Filter {
  readonly kind?: Kind | undefined;
  readonly year?: number | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

@Injectable()
export class PlanStore {
  async insert(tx: Tx, facts: NewPlan): Promise<Plan> {
    const row = tx.manager.create(PlanEntity, {
      ...facts,
      districts: [...facts.districts],
      excludedTownships: [...facts.excludedTownships],
      items: [...facts.items],
      strata: [...facts.strata],
      demands: [...facts.demands],
      id: tx.newId(),
      createdBy: tx.caller.id,
      createdAt: tx.at,
      version: 1,
    });
    await tx.manager.insert(PlanEntity, row);
    return row;
  }

  find(manager: EntityManager, id: string): Promise<Plan | null> {
    return manager.findOneBy(PlanEntity, { id });
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<Plan> {
    const row = await this.find(manager, id);
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** Locked, so that two announcements of one plan follow each other. @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<Plan> {
    const row = await tx.manager.findOne(PlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** Newest first. */
  async list(manager: EntityManager, filter: Filter): Promise<Page<Plan>> {
    const query = manager
      .createQueryBuilder(PlanEntity, 'p')
      .orderBy('p.id', 'DESC')
      .limit(filter.limit + 1);
    if (filter.kind !== undefined) query.andWhere('p.kind = :kind', filter);
    if (filter.year !== undefined) query.andWhere('p.year = :year', filter);
    if (filter.cursor !== undefined) query.andWhere('p.id < :before', { before: idIn(filter.cursor) });
    return pageOf(
      await query.getMany(),
      filter.limit,
      (row) => row,
      (row) => encodeCursor([row.id]),
    );
  }

  /** Institutions that a draw of the plan would put into the hat now, by grade and district. */
  async countTargets(manager: EntityManager, plan: HatSource): Promise<TargetCount[]> {
    const rows: { stratum: string; district: string; count: string }[] = await manager.query(
      `with ${HAT} select stratum, district, count(*) as count from hat
        group by stratum, district order by stratum, district`,
      hatOf(plan),
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  /** How many of them are 家庭托育点, at which other items are looked at. */
  async countHomes(manager: EntityManager, plan: HatSource): Promise<number> {
    if (plan.kind !== 'CHILDCARE') return 0;
    const rows: { count: string }[] = await manager.query(
      `with ${HAT} select count(*) as count from hat join institutions.institution i using (id)
        where i.details ->> 'siteType' = 'HOME'`,
      hatOf(plan),
    );
    return Number(rows[0]?.count ?? 0);
  }

  /** Inspectors a draw of the plan could send now: active, certified on the day, of a department that takes part. */
  listAvailable(
    manager: EntityManager,
    plan: Pick<Plan, 'districts' | 'demands'>,
    on: string,
  ): Promise<Available[]> {
    return manager.query(
      `with ${SENDABLE} select certificate_number as id, department, districts from sendable`,
      [plan.districts, plan.demands.map(({ department }) => department), on],
    );
  }

  /** Recusals at what a draw of the plan would put into the hat now, also of inspectors whom it could not send. */
  listRecusals(manager: EntityManager, plan: HatSource): Promise<Recused[]> {
    return manager.query(`with ${HAT} ${recused('hat', 'i.active')}`, hatOf(plan));
  }
}
