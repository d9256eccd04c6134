import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for people (待办): each module says it of its own rows in a view `work_item`, all with the same columns
 * (libs/workbench/README.md). Row-level security of the reader applies in every one of them.
 */
export class WorkItems1764230400000 implements MigrationInterface {
  name = 'WorkItems1764230400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PLATFORM);
    await db.query(ACCESS);
    await db.query(FILINGS);
    await db.query(INSPECTIONS);
    await db.query(INSPECTION_ITEMS);
    await db.query(ENFORCEMENT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view enforcement.work_item, inspections.work_item, inspections.failed_result_facts, filings.work_item,
        access.work_item, platform.work_item;
      drop index enforcement.penalty_case_open, enforcement.case_finding_result, inspections.result_waiting,
        inspections.result_corrections, inspections.result_failed, inspections.task_gone, inspections.task_submitted, inspections.draw_waiting, filings.filing_to_decide,
        filings.filing_at_applicant, access.person_to_activate, platform.dead_job_open;
      drop trigger task_has_members on inspections.task;
      drop function inspections.note_members();
      drop table inspections.task_member;
      alter table inspections.draw drop column beacon_not_before;
      drop function access.looks_after(text[], text);
      alter table access.person drop column password_set_at;
      drop function platform.lead_department(text);
    `);
  }
}

const PLATFORM = `
  create function platform.lead_department(kind text) returns text
    language sql immutable parallel safe strict
    return case kind when 'ELDERLY_CARE' then 'civil-affairs' when 'CHILDCARE' then 'health' end;
  comment on function platform.lead_department(text) is
    'The department in charge of a kind (LEAD_DEPARTMENT of the contracts; a test compares them)';
  grant execute on function platform.lead_department(text) to zhaoguan_app;

  create index dead_job_open on platform.dead_job (failed_at) where retried_at is null;
  create view platform.work_item with (security_invoker = true) as
    select 'JOB_TO_RETRY' as type, 'job' as subject_type, id as subject_id, '后台任务多次失败' as title, job as detail,
           null::text as district, null::text as township, failed_at as since, date 'infinity' as until,
           date 'infinity' as due_on, 'job.manage' as permission, null::text as department, null::uuid as assignee,
           '{}'::uuid[] as not_actors
      from platform.dead_job where retried_at is null;
  comment on view platform.work_item is 'Jobs that failed for good and were not tried again';
  grant select on platform.work_item to zhaoguan_app;
`;

const ACCESS = `
  alter table access.person add column password_set_at timestamptz;
  comment on column access.person.password_set_at is 'When the password in use was given or chosen; null for accounts older than this column';

  -- The rule of looksAfter (libs/access/src/domain/person.ts): accounts have no row-level security, so the view asks.
  create function access.looks_after(districts text[], home text) returns boolean
    language sql stable parallel safe
    return current_setting('app.districts', true) = '1,2,3,4,5,6,7,8,9'
      or (cardinality(districts) > 0 or home is not null)
         and not exists (select from unnest(districts || home) as place
                          where place is not null and (place = '*' or not platform.covers(place)));
  comment on function access.looks_after(text[], text) is 'Whether an administrator of the bound jurisdiction looks after such an account';
  grant execute on function access.looks_after(text[], text) to zhaoguan_app;

  create index person_to_activate on access.person (coalesce(home_district, districts[1]))
    where must_change_password and disabled_at is null;
  create view access.work_item with (security_invoker = true) as
    select 'ACCOUNT_TO_ACTIVATE' as type, 'person' as subject_type, id as subject_id, name as title,
           '用户名 ' || username as detail, coalesce(home_district, districts[1]) as district, null::text as township,
           coalesce(password_set_at, created_at) + interval '7 days' as since, date 'infinity' as until,
           date 'infinity' as due_on, 'person.manage' as permission, null::text as department, null::uuid as assignee,
           array[id] as not_actors
      from access.person
     where must_change_password and disabled_at is null and access.looks_after(districts, home_district);
  comment on view access.work_item is 'Accounts still on the password that an administrator gave out';
  grant select on access.work_item to zhaoguan_app;
`;

const FILINGS = `
  create index filing_to_decide on filings.filing (district, due_on, id) where status = 'SUBMITTED';
  create index filing_at_applicant on filings.filing (applicant_id) where status in ('DRAFT', 'RETURNED');
  create view filings.work_item with (security_invoker = true) as
    select 'FILING_TO_DECIDE' as type, 'filing' as subject_type, id as subject_id, name as title,
           '第' || round || '次提交' as detail, district, township, submitted_at as since, date 'infinity' as until,
           due_on, 'filing.accept' as permission, platform.lead_department(kind) as department,
           null::uuid as assignee, '{}'::uuid[] as not_actors
      from filings.filing where status = 'SUBMITTED'
    union all
    select 'FILING_TO_FINISH', 'filing', id, name, '草稿，尚未提交', district, township, created_at, date 'infinity',
           date 'infinity', 'filing.file', null, applicant_id, '{}'
      from filings.filing where status = 'DRAFT'
    union all
    select 'FILING_TO_CORRECT', 'filing', f.id, f.name, '请按补正意见修改后重新提交', f.district, f.township, t.at,
           date 'infinity', f.correct_by, 'filing.file', null, f.applicant_id, '{}'
      from filings.filing f
      join lateral (select at from filings.transition where filing_id = f.id order by seq desc limit 1) t on true
     where f.status = 'RETURNED';
  comment on view filings.work_item is 'Filings to decide, to finish and to correct';
  grant select on filings.work_item to zhaoguan_app;
`;

const INSPECTIONS = `
  alter table inspections.draw add column beacon_not_before timestamptz;
  comment on column inspections.draw.beacon_not_before is
    'Before this instant the announced beacon cannot be known, by its number; null where it may be entered at once, and for draws older than this column';
  create index draw_waiting on inspections.draw (status)
    where status in ('ANNOUNCED', 'BEACON_ENTERED', 'INFEASIBLE', 'DRAWN');

  -- No operator on arrays is leakproof, so under row-level security no index over task.assignees can be used.
  create table inspections.task_member (
    person_id uuid not null,
    task_id uuid not null,
    primary key (person_id, task_id)
  );
  comment on table inspections.task_member is
    'The teams of the tasks, one row an inspector, written by a trigger: a person''s own tasks are found by index';
  create function inspections.note_members() returns trigger language plpgsql as $$
  begin
    insert into inspections.task_member (person_id, task_id)
      select distinct member, t.id from new_task t, unnest(t.assignees) as member;
    return null;
  end $$;
  insert into inspections.task_member select distinct member, t.id from inspections.task t, unnest(t.assignees) as member;
  create trigger task_has_members after insert on inspections.task
    referencing new table as new_task for each statement execute function inspections.note_members();
  create trigger task_member_append_only before update or delete or truncate on inspections.task_member
    for each statement execute function platform.refuse_change();
  alter table inspections.task_member enable row level security;
  create policy task_member_rights on inspections.task_member to zhaoguan_app
    using (platform.is_actor(person_id) or exists (select from inspections.task t where t.id = task_id))
    with check (exists (select from inspections.task t where t.id = task_id));
  grant select, insert on inspections.task_member to zhaoguan_app;

  create index result_waiting on inspections.result (district, due_on, id) where status = 'PENDING';
  create index result_corrections on inspections.result (corrects) where corrects is not null;
  create index result_failed on inspections.result (district, inspected_on, id) where failures <> '[]';
  create index task_submitted on inspections.task (draw_id, submitted_at) where submitted_at is not null;
  create index task_gone on inspections.task (district, id) where status = 'SUBMITTED' and result_code in
    ('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED');

  create view inspections.failed_result_facts with (security_invoker = true) as
    select id as result_id, institution_id, institution_name, kind, district, plan_title, inspected_on,
           created_at as submitted_at, failures, certificate_numbers
      from inspections.result r
     where failures <> '[]' and not exists (
       select from inspections.result c where c.corrects is not null and c.corrects = r.id);
  comment on view inspections.failed_result_facts is
    'Results of submitted inspections at which something was found wrong; a corrected one is shown by its correction';
  grant select on inspections.failed_result_facts to zhaoguan_app;
`;

const INSPECTION_ITEMS = `
  create view inspections.work_item with (security_invoker = true) as
    select 'BEACON_TO_ENTER' as type, 'draw' as subject_type, id as subject_id, title,
           '信标 ' || beacon_source || ' 第 ' || beacon_round || ' 期' as detail,
           case when cardinality(districts) = 1 then districts[1] end as district, null::text as township,
           coalesce(beacon_not_before, announced_at) as since, date 'infinity' as until, date 'infinity' as due_on,
           'draw.enter-beacon' as permission, platform.lead_department(kind) as department, null::uuid as assignee,
           '{}'::uuid[] as not_actors
      from inspections.draw where status = 'ANNOUNCED'
    union all
    select 'BEACON_TO_CONFIRM', 'draw', id, title, '信标 ' || beacon_source || ' 第 ' || beacon_round || ' 期',
           case when cardinality(districts) = 1 then districts[1] end, null, beacon_entered_at, date 'infinity',
           date 'infinity', 'draw.confirm-beacon', platform.lead_department(kind), null,
           array[announced_by, beacon_entered_by]
      from inspections.draw where status = 'BEACON_ENTERED'
    union all
    select 'DRAW_TO_VOID', 'draw', id, title, '人员无法安排，须作废后重新公告',
           case when cardinality(districts) = 1 then districts[1] end, null, beacon_confirmed_at, date 'infinity',
           date 'infinity', 'draw.discard', platform.lead_department(kind), null, array[announced_by, beacon_entered_by]
      from inspections.draw where status = 'INFEASIBLE'
    union all
    -- All tasks of a draw are made in one transaction, so one of them means that all are there.
    select 'DRAW_TO_OPEN', 'draw', d.id, d.title, '本批检查已全部提交',
           case when cardinality(d.districts) = 1 then d.districts[1] end, null,
           coalesce((select max(t.submitted_at) from inspections.task t where t.draw_id = d.id), d.drawn_at),
           date 'infinity', date 'infinity', 'draw.open', platform.lead_department(d.kind), null, '{}'
      from inspections.draw d
     where d.status = 'DRAWN' and exists (select from inspections.task t where t.draw_id = d.id)
       and not exists (select from inspections.task t where t.draw_id = d.id and t.status in ('ASSIGNED', 'IN_PROGRESS'))
    union all
    select 'INSPECTION_TO_START', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.created_at, date 'infinity', t.due_on, 'task.inspect', null, m.person_id, '{}'
      from inspections.task_member m join inspections.task t on t.id = m.task_id
     where t.status = 'ASSIGNED'
    union all
    select 'INSPECTION_TO_SUBMIT', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.started_at, date 'infinity', t.due_on, 'task.inspect', null, m.person_id, '{}'
      from inspections.task_member m join inspections.task t on t.id = m.task_id
     where t.status = 'IN_PROGRESS'
    union all
    select 'INSPECTION_UNDER_WAY', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.started_at, date 'infinity', date 'infinity', 'task.own', null, i.operator_id, '{}'
      from institutions.institution i join inspections.task t on t.institution_id = i.id
     where t.status = 'IN_PROGRESS' and i.operator_id is not null
    union all
    select 'RESULT_TO_PUBLISH', 'inspection-result', id, institution_name, result_label, district, null, created_at,
           date 'infinity', due_on, 'result.publish', platform.lead_department(kind), null, members
      from inspections.result where status = 'PENDING'
    union all
    select 'INSPECTION_TO_CO_SIGN', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.submitted_at, date 'infinity', r.due_on, 'task.inspect', null, m.person_id, array[t.submitted_by]
      from inspections.task_member m join inspections.task t on t.id = m.task_id
      join inspections.result r on r.id = t.result_id
     where t.status = 'SUBMITTED' and t.co_signed_at is null and r.status = 'PENDING' and t.result_code in
       ('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED')
    union all
    select 'TARGET_TO_REPLACE', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.co_signed_at, date 'infinity', date 'infinity', 'task.replace', platform.lead_department(t.kind), null,
           t.assignees
      from inspections.task t join inspections.draw d on d.id = t.draw_id
     where d.status = 'DRAWN' and t.status = 'SUBMITTED' and t.co_signed_at is not null and t.result_code in
       ('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED');
  comment on view inspections.work_item is
    'Draws to bring forward, inspections to carry out, results to publish; a task not begun is shown to its team alone';
  grant select on inspections.work_item to zhaoguan_app;
`;

const ENFORCEMENT = `
  create index penalty_case_open on enforcement.penalty_case (district, decide_by, id)
    where status in ('OPENED', 'NOTICED', 'STATED');
  create index case_finding_result on enforcement.case_finding (result_id);

  create view enforcement.work_item with (security_invoker = true) as
    -- Nobody must prosecute everything, and nobody can say so yet: after a year it is left to the list of open findings.
    select 'FINDING_TO_TAKE_UP' as type, 'inspection-result' as subject_type, r.result_id as subject_id,
           r.institution_name as title, jsonb_array_length(r.failures) || ' 项不符合，尚未立案' as detail, r.district,
           null::text as township, r.submitted_at as since, (r.inspected_on + interval '1 year')::date as until,
           date 'infinity' as due_on, 'case.manage' as permission, platform.lead_department(r.kind) as department,
           null::uuid as assignee, '{}'::uuid[] as not_actors
      from inspections.failed_result_facts r
     where not exists (select from enforcement.case_finding f where f.result_id = r.result_id)
       and jsonb_path_exists(r.failures, '$[*].legalBasis[*] ? (@.binding == true)')
    union all
    select 'CASE_TO_NOTICE', 'penalty-case', id, party_name, case_number, district, null,
           opened_on::timestamp at time zone 'Asia/Shanghai', date 'infinity', decide_by, 'case.manage', department,
           null, '{}'
      from enforcement.penalty_case where status = 'OPENED'
    union all
    -- While the party may still speak there is nothing to decide.
    select 'CASE_TO_DECIDE', 'penalty-case', id, party_name, case_number, district, null,
           (statement_until + 1)::timestamp at time zone 'Asia/Shanghai', date 'infinity', decide_by, 'case.decide',
           department, null, '{}'
      from enforcement.penalty_case where status = 'NOTICED'
    union all
    select 'CASE_TO_DECIDE', 'penalty-case', id, party_name, case_number, district, null,
           (select max(s.made_at) from enforcement.case_statement s where s.case_id = c.id), date 'infinity',
           decide_by, 'case.decide', department, null, '{}'
      from enforcement.penalty_case c where status = 'STATED'
    union all
    select 'STATEMENT_TO_MAKE', 'penalty-case', c.id, c.party_name, c.case_number, c.district, null,
           c.noticed_on::timestamp at time zone 'Asia/Shanghai', date 'infinity', c.statement_until, 'case.state', null,
           i.operator_id, '{}'
      from institutions.institution i join enforcement.penalty_case c on c.institution_id = i.id
     where c.status = 'NOTICED' and i.operator_id is not null;
  comment on view enforcement.work_item is 'Findings to take up, cases by their next act, statements awaited from the party';
  grant select on enforcement.work_item to zhaoguan_app;
`;
