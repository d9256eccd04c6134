import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { siteTypeOf } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { GONE } from '../domain/findings';
import type { ResultStatus } from '../domain/result.process';
import type { TaskStatus } from '../domain/task.process';

/**
 * The result of an inspection as its institution reads it; the latest where one was corrected. What one inspector alone
 * reports of it, and may take back, is none yet.
 */
export interface OwnResult {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly inspectedOn: string;
  readonly agency: string;
  readonly status: ResultStatus;
  /** Last day of publication. */
  readonly dueOn: string;
  readonly publishedAt: string | null;
}

/** An inspection of one's own institution (本机构的检查): from its beginning on. */
export interface OwnInspection {
  readonly id: string;
  readonly planTitle: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly status: TaskStatus;
  readonly startedAt: Date | null;
  readonly submittedAt: Date | null;
  /** Null while it goes on. */
  readonly result: OwnResult | null;
}

const SELECT = `
  select t.id, t.plan_title as "planTitle", t.institution_id as "institutionId", t.institution_name as "institutionName",
         t.kind, ${siteTypeOf('t.institution_id')} as "siteType", t.status, t.started_at as "startedAt", t.submitted_at as "submittedAt",
         (select jsonb_build_object('id', r.id, 'code', r.result_code, 'label', r.result_label, 'agency', r.agency,
                   'inspectedOn', r.inspected_on, 'status', r.status, 'dueOn', r.due_on,
                   'publishedAt', to_char(r.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            from inspections.result r
           where r.task_id = t.id and r.status <> 'WITHDRAWN'
             and (r.status = 'PUBLISHED' or t.co_signed_at is not null or r.result_code <> all ($2::text[]))
             and not exists (select from inspections.result c where c.corrects = r.id)) as result
    from inspections.task t
   where t.status in ('IN_PROGRESS', 'SUBMITTED')
     and (t.party_id = $1 or t.party_id is null and t.institution_id in (
       select i.id from institutions.institution i where i.operator_id = $1))`;

/**
 * Inspections as the account sees them in which the institution was when they began, whoever files for it now: what is drawn and not begun is
 * not among them. One of an institution that was in nobody's account is for who has it now.
 */
@Injectable()
export class OwnInspectionStore {
  /** Newest first, `limit + 1` rows. */
  list(
    manager: EntityManager,
    operatorId: string,
    { limit, before }: { readonly limit: number; readonly before: string | undefined },
  ): Promise<OwnInspection[]> {
    return manager.query(`${SELECT} and ($3::uuid is null or t.id < $3) order by t.id desc limit $4`, [
      operatorId,
      GONE,
      before ?? null,
      limit + 1,
    ]);
  }

  /** @throws NOT_FOUND also before it begins */
  async get(manager: EntityManager, operatorId: string, id: string): Promise<OwnInspection> {
    const rows: OwnInspection[] = await manager.query(`${SELECT} and t.id = $3`, [operatorId, GONE, id]);
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }
}
