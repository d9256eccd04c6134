import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one inspector reports alone (机构已关闭、迁出、无法联系) can be taken back before a second one has signed it: the result
 * stays as it was handed in and counts for nothing, the inspection goes on. Without that a colleague who found otherwise
 * could only leave the draw closed for good. Nor does a case rest on such a report before it is signed.
 * @law 行政处罚法第四十二条：执法人员不得少于两人
 */
export class WithdrawnReports1764322300000 implements MigrationInterface {
  name = 'WithdrawnReports1764322300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(results(['PENDING', 'PUBLISHED', 'WITHDRAWN'], [PUBLISH, WITHDRAW], FIXED_SINCE_ENDED));
    await db.query(steps([...TASK_STEPS, REOPEN, CALL_OFF], KEPT_UNLESS_WITHDRAWN));
    await db.query(GUARDS);
    await db.query(
      views({
        standing: `and r.status <> 'WITHDRAWN'`,
        signed: `and ${SIGNED}`,
        ended: `t.status in ('SUBMITTED', 'REPLACED')`,
      }),
    );
    await db.query(RECUSED);
    await db.query(UNTAKEN);
    await db.query(waiting('inspections.work_item', NOW));
    await db.query(waiting('enforcement.work_item', OPEN));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(waiting('enforcement.work_item', undone(OPEN)));
    await db.query(waiting('inspections.work_item', undone(NOW)));
    await db.query(`
      drop function enforcement.untaken_findings(jsonb, text);
      drop function inspections.missing_members(uuid, date);
      drop function inspections.has_recused(uuid, uuid);
    `);
    await db.query(views({ standing: '', signed: '', ended: `t.status = 'SUBMITTED'` }));
    await db.query(`
      alter table inspections.result drop constraint result_kept_findings, drop column kept_findings;
      drop trigger task_rests_on_standing on inspections.task;
      drop function inspections.rests_on_standing();
      drop trigger result_withdrawn_with_task on inspections.result;
      drop trigger result_withdrawn_unsigned on inspections.result;
      drop trigger task_report_withdrawn on inspections.task;
      drop function inspections.withdrawn_with_task();
      drop function inspections.withdrawn_unsigned();
      drop function inspections.report_withdrawn();
    `);
    await db.query(steps(TASK_STEPS, KEPT));
    await db.query(results(['PENDING', 'PUBLISHED'], [PUBLISH], FIXED_SINCE_PUBLISHED));
  }
}

type Step = readonly [from: string, to: string];
const PUBLISH: Step = ['PENDING', 'PUBLISHED'];
const WITHDRAW: Step = ['PENDING', 'WITHDRAWN'];
const REOPEN: Step = ['SUBMITTED', 'IN_PROGRESS'];
const TASK_STEPS: readonly Step[] = [
  ['ASSIGNED', 'IN_PROGRESS'],
  ['IN_PROGRESS', 'SUBMITTED'],
  ['SUBMITTED', 'REPLACED'],
  ['ASSIGNED', 'CANCELLED'],
  ['IN_PROGRESS', 'CANCELLED'],
];
const CALL_OFF: Step = ['SUBMITTED', 'CANCELLED'];

const refuseOtherSteps = (name: string, table: string, admitted: readonly Step[]): string => {
  const others = admitted.map(([from, to]) => `(old.status <> '${from}' or new.status <> '${to}')`);
  return `
    drop trigger ${name} on ${table};
    create trigger ${name} before update on ${table} for each row
      when (old.status <> new.status and ${others.join(' and ')})
      execute function platform.refuse_rewriting();`;
};

const FIXED_SINCE_PUBLISHED = `old.status = 'PUBLISHED'`;
const FIXED_SINCE_ENDED = `old.status in ('PUBLISHED', 'WITHDRAWN')`;

/** One result a task stands; those that were withdrawn before it are kept beside it. */
const results = (states: readonly string[], admitted: readonly Step[], fixed: string): string => `
  alter table inspections.result drop constraint result_status_check,
    add constraint result_status_check check (status in (${states.map((state) => `'${state}'`).join(', ')}));
  drop index inspections.result_task;
  create unique index result_task on inspections.result (task_id)
    where corrects is null ${states.includes('WITHDRAWN') ? `and status <> 'WITHDRAWN'` : ''};
  ${refuseOtherSteps('result_steps', 'inspections.result', admitted)}
  create or replace function inspections.refuse_after_publication() returns trigger language plpgsql as $$
  begin
    if ${fixed} then
      raise exception 'a published result is not changed: correct it by a new row' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
`;

const REPORT = ['submitted_at', 'submitted_by', 'result_id', 'result_code', 'co_signed_by', 'co_signed_at'];
const KEPT = ['started_at', ...REPORT]
  .map((column) => `(old.${column} is not null and new.${column} is distinct from old.${column})`)
  .join(' or ');
const KEPT_UNLESS_WITHDRAWN = `(${KEPT}) and not (old.status = 'SUBMITTED' and new.status in ('IN_PROGRESS', 'CANCELLED'))`;

const steps = (admitted: readonly Step[], kept: string): string => `
  ${refuseOtherSteps('task_steps', 'inspections.task', admitted)}
  drop trigger task_keeps_report on inspections.task;
  create trigger task_keeps_report before update on inspections.task for each row when (${kept})
    execute function platform.refuse_rewriting();
`;

const GONE = `('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED')`;

/** The result goes first, its inspection in the same transaction: neither is withdrawn without the other. */
const GUARDS = `
  create function inspections.report_withdrawn() returns trigger language plpgsql as $$
  begin
    if old.co_signed_by is null and new.started_at is not distinct from old.started_at
       and ${REPORT.map((column) => `new.${column} is null`).join(' and ')}
       and exists (select from inspections.result r where r.id = old.result_id and r.status = 'WITHDRAWN') then
      return new;
    end if;
    raise exception 'inspection % goes on, or ends, only when its report is withdrawn', new.id using errcode = 'restrict_violation';
  end $$;
  create trigger task_report_withdrawn before update on inspections.task for each row
    when (old.status = 'SUBMITTED' and new.status in ('IN_PROGRESS', 'CANCELLED'))
    execute function inspections.report_withdrawn();

  create function inspections.withdrawn_unsigned() returns trigger language plpgsql as $$
  begin
    if new.result_code in ${GONE} and exists (
         select from inspections.task t where t.id = new.task_id and t.result_id = new.id and t.co_signed_by is null) then
      return new;
    end if;
    raise exception 'result % stands: only an unsigned report that nobody is there is withdrawn', new.id
      using errcode = 'restrict_violation';
  end $$;
  create trigger result_withdrawn_unsigned before update on inspections.result for each row
    when (old.status <> new.status and new.status = 'WITHDRAWN')
    execute function inspections.withdrawn_unsigned();

  create function inspections.withdrawn_with_task() returns trigger language plpgsql as $$
  begin
    if exists (select from inspections.task t where t.id = new.task_id and t.result_id = new.id) then
      raise exception 'result % is withdrawn, but its inspection still rests on it', new.id
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $$;
  create constraint trigger result_withdrawn_with_task after update on inspections.result
    deferrable initially deferred for each row when (new.status = 'WITHDRAWN')
    execute function inspections.withdrawn_with_task();

  create function inspections.rests_on_standing() returns trigger language plpgsql as $$
  begin
    if not exists (select from inspections.result r
                    where r.id = new.result_id and r.task_id = new.id and r.status <> 'WITHDRAWN') then
      raise exception 'inspection % is submitted with a result of its own that stands', new.id
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $$;
  create constraint trigger task_rests_on_standing after update on inspections.task
    deferrable initially deferred for each row
    when (new.status = 'SUBMITTED' and old.status <> 'SUBMITTED')
    execute function inspections.rests_on_standing();

  alter table inspections.result add column kept_findings jsonb,
    add constraint result_kept_findings check ((kept_findings is not null) = (status = 'WITHDRAWN'));
  comment on column inspections.result.kept_findings is
    'Of a withdrawn result: what had been found when it was withdrawn, for the findings may be written anew';
  grant update (kept_findings) on inspections.result to zhaoguan_app;
`;

/** A report that nobody is there counts when two have signed it; one that was published before that rule stands. */
const SIGNED = `(r.status = 'PUBLISHED' or r.result_code not in ${GONE} or exists (
    select from inspections.task s where s.id = r.task_id and s.co_signed_by is not null))`;

interface Rules {
  readonly standing: string;
  readonly signed: string;
  /** States of a task whose failed findings may ground a case: what was published does so also after its place was given away. */
  readonly ended: string;
}

const views = ({ standing, signed, ended }: Rules): string => `
  create or replace view inspections.result_facts with (security_invoker = true) as
    select id as result_id, institution_id, kind, district, inspected_on, result_code, result_label, failures, status
      from inspections.result r
     where not exists (select from inspections.result c where c.corrects is not null and c.corrects = r.id) ${standing};

  create or replace view inspections.failed_result_facts with (security_invoker = true) as
    select id as result_id, institution_id, institution_name, kind, district, plan_title, inspected_on,
           created_at as submitted_at, failures, certificate_numbers
      from inspections.result r
     where failures <> '[]' and not exists (
       select from inspections.result c where c.corrects is not null and c.corrects = r.id) ${standing} ${signed};

  create or replace view inspections.failed_finding_facts with (security_invoker = true) as
    select f.id as finding_id, t.result_id, t.id as task_id, t.institution_id, t.institution_name, t.district, t.kind,
           f.item_id, f.item_code, f.item_title, f.legal_basis, f.severity, f.note, r.inspected_on, r.status as result_status,
           r.certificate_numbers
      from inspections.finding f
      join inspections.task t on t.id = f.task_id and ${ended}
      join inspections.result r on r.id = t.result_id
     where f.outcome = 'FAIL' ${signed};
`;

/** Who has declared a recusal at an institution inspects and signs nothing there: somebody stands in, and nothing waits for them. */
const RECUSED = `
  create function inspections.has_recused(person uuid, institution uuid) returns boolean
    language sql stable set search_path = pg_catalog as $$
      select exists (select from inspections.recusal r
                      where r.person_id = person and r.institution_id = institution and r.declared_by = r.person_id
                        and r.revokes is null
                        and not exists (select from inspections.recusal e where e.revokes = r.id))
    $$;
  comment on function inspections.has_recused(uuid, uuid) is
    'Whether an inspector has said, and not taken back, that they may not be sent to an institution (回避)';

  create function inspections.missing_members(drawn uuid, today date) returns table (task_id uuid, person_id uuid)
    language sql stable set search_path = pg_catalog as $$
      select t.id, m.person_id
        from inspections.task t
        join inspections.task_member m on m.task_id = t.id
       where t.draw_id = drawn and t.status in ('IN_PROGRESS', 'SUBMITTED')
         and (m.person_id in (select a.person_id from inspections.absent_inspectors(drawn, today) a)
              or inspections.has_recused(m.person_id, t.institution_id))
    $$;
  comment on function inspections.missing_members(uuid, date) is
    'Of the teams of a draw that have begun, who cannot go or sign on a day';

  revoke execute on function inspections.has_recused(uuid, uuid), inspections.missing_members(uuid, date) from public;
  grant execute on function inspections.has_recused(uuid, uuid), inspections.missing_members(uuid, date) to zhaoguan_app;
`;

/** What was found at an inspection waits until each of it that has a binding basis is taken up, and not until one is. */
const UNTAKEN = `
  create function enforcement.untaken_findings(failures jsonb, by_department text) returns bigint
    language sql stable set search_path = pg_catalog as $$
      select count(*) from jsonb_array_elements(failures) as o
       where jsonb_path_exists(o, '$."legalBasis"[*]?(@."binding" == true)')
         and not exists (select from enforcement.case_finding c
                          where c.finding_id = (o ->> 'findingId')::uuid and c.department = by_department)
    $$;
  comment on function enforcement.untaken_findings(jsonb, text) is
    'How many of the failures of a result, with a binding basis, no case of a department has taken up';
  revoke execute on function enforcement.untaken_findings(jsonb, text) from public;
  grant execute on function enforcement.untaken_findings(jsonb, text) to zhaoguan_app;
`;

type Rewording = readonly [was: string, now: string];
const TODAY = `((now() AT TIME ZONE 'Asia/Shanghai'::text))::date`;
const free = (condition: string): Rewording => [
  `WHERE (${condition})`,
  `WHERE ((${condition}) AND (NOT inspections.has_recused(m.person_id, t.institution_id)))`,
];
const SIGNER = '(m.person_id IS DISTINCT FROM t.submitted_by)';
const NOW: readonly Rewording[] = [
  free(`t.status = 'ASSIGNED'::text`),
  free(`t.status = 'IN_PROGRESS'::text`),
  [SIGNER, `${SIGNER} AND (NOT inspections.has_recused(m.person_id, t.institution_id))`],
  [
    `inspections.absent_inspectors(d.id, ${TODAY}) a(certificate_number, person_id)`,
    `inspections.missing_members(d.id, ${TODAY}) a(task_id, person_id)`,
  ],
  [`((m.person_id = a.person_id))`, `(((m.person_id = a.person_id) AND (m.task_id = a.task_id)))`],
];

const OF_LEAD = 'enforcement.untaken_findings(r.failures, platform.lead_department(r.kind))';
const OPEN: readonly Rewording[] = [
  [
    `(jsonb_array_length(r.failures) || ' 项不符合，尚未立案'::text)`,
    `(${OF_LEAD} || ' 项不符合，尚未立案'::text)`,
  ],
  [
    `(NOT (EXISTS ( SELECT
           FROM enforcement.case_finding f
          WHERE (f.result_id = r.result_id))))`,
    `(${OF_LEAD} > 0)`,
  ],
];

const undone = (rewordings: readonly Rewording[]): Rewording[] => rewordings.map(([was, now]) => [now, was]);

const waiting = (view: string, rewordings: readonly Rewording[]): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('${view}'), ';');
  begin
    ${rewordings
      .map(
        ([was, now]) => `
    if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
    shown := replace(shown, $was$${was}$was$, $now$${now}$now$);`,
      )
      .join('')}
    execute 'create or replace view ${view} with (security_invoker = true) as ' || shown;
  end $$;
`;
