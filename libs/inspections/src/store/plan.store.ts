import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { encodeCursor } from '@zhaoguan/kernel';
import { pageOf, type Page, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../domain/plan';
import type { Available, TargetCount } from '../domain/staffing';
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
  async countTargets(manager: EntityManager, plan: Pick<Plan, 'kind' | 'districts'>): Promise<TargetCount[]> {
    const rows: { stratum: string; district: string; count: string }[] = await manager.query(
      `select grade as stratum, district, count(*) as count
         from institutions.institution
        where status = 'OPERATING' and kind = $1 and district = any ($2)
        group by grade, district order by grade, district`,
      [plan.kind, plan.districts],
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  /** Inspectors a draw of the plan could send now: active, certified on the day, of a department that takes part. */
  async listAvailable(
    manager: EntityManager,
    plan: Pick<Plan, 'districts' | 'demands'>,
    on: string,
  ): Promise<Available[]> {
    return manager.query(`with ${SENDABLE} select department, districts from sendable`, [
      plan.districts,
      plan.demands.map(({ department }) => department),
      on,
    ]);
  }
}

/**
 * CTE `sendable (id, person_id, name, certificate_number, department, districts)`: the inspectors of the departments that
 * take part ($2) who are active, hold a certificate valid on the day ($3) and cover part of the plan's counties ($1);
 * `districts` is that part, ascending, or `{*}`. Each district of the directory is compared with the counties once.
 */
export const SENDABLE = `
  available as materialized (
    select i.id, i.person_id, i.name, i.certificate_number, i.department, i.districts
      from inspections.inspector i
     where i.active and i.department = any ($2::text[]) and i.valid_until >= $3::date),
  part as materialized (
    select d.code, c.county
      from (select distinct unnest(districts) as code from available) as d
      join unnest($1::text[]) as c(county) on c.county ^@ regexp_replace(d.code, '(00){1,2}$', '')),
  area as (
    select a.id, array_agg(distinct part.county order by part.county) as districts
      from available a, unnest(a.districts) as d(code) join part on part.code = d.code
     group by a.id),
  sendable as (
    select a.id, a.person_id, a.name, a.certificate_number, a.department,
           case when a.districts = '{*}' then a.districts else area.districts end as districts
      from available a left join area on area.id = a.id
     where a.districts = '{*}' or area.id is not null)`;
