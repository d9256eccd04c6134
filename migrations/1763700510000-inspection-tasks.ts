import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows a draw: tasks, findings, results, and the views that other modules and the public read. */
export class InspectionTasks1763700510000 implements MigrationInterface {
  name = 'InspectionTasks1763700510000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TASKS);
    await db.query(RESULTS);
    await db.query(RIGHTS);
    await db.query(VIEWS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view inspections.failed_finding_facts, inspections.result_public;
      drop table inspections.result, inspections.finding, inspections.evidence, inspections.task;
      drop function inspections.refuse_after_submission, inspections.refuse_after_publication;
    `);
  }
}

const TASKS = `
  create table inspections.task (
    id uuid primary key,
    draw_id uuid not null references inspections.draw,
    plan_id uuid not null references inspections.plan,
    plan_title text not null,
    rank integer,
    institution_id uuid not null references institutions.institution,
    institution_name text not null,
    institution_address text not null,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null,
    items jsonb not null,
    team jsonb not null,
    assignees uuid[] not null,
    due_on date not null,
    status text not null check (status in ('ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'REPLACED', 'CANCELLED')),
    started_at timestamptz,
    submitted_at timestamptz,
    result_id uuid,
    result_code text,
    created_at timestamptz not null,
    version integer not null,
    unique (draw_id, institution_id),
    constraint task_two_inspectors check (cardinality(assignees) >= 2),
    constraint task_started check (status not in ('IN_PROGRESS', 'SUBMITTED') or started_at is not null),
    constraint task_submitted check (status <> 'SUBMITTED' or (submitted_at is not null and result_id is not null and result_code is not null))
  );
  create index task_assignees on inspections.task using gin (assignees);
  create index task_list on inspections.task (due_on, id);
  create index task_district on inspections.task (district, status, due_on, id);
  create index task_draw on inspections.task (draw_id, status);
  create index task_institution on inspections.task (institution_id, id desc);
  create index task_plan on inspections.task (plan_id);
  comment on table inspections.task is '检查任务: one drawn institution and its team';
  comment on column inspections.task.team is 'Members: personId, name, certificateNumber, department';
  comment on column inspections.task.rank is 'Rank in the draw; null for a replacement (补抽)';

  create table inspections.evidence (
    id uuid primary key references platform.stored_file,
    task_id uuid not null references inspections.task,
    sm3 char(64) not null,
    size bigint not null,
    media_type text not null,
    name text not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null
  );
  create index evidence_task on inspections.evidence (task_id, id);
  comment on table inspections.evidence is 'Photos and documents taken at an inspection';

  create table inspections.finding (
    id uuid primary key,
    task_id uuid not null references inspections.task,
    item_id uuid not null,
    item_code text not null,
    item_title text not null,
    legal_basis jsonb not null,
    severity char(1) not null check (severity in ('V', 'H', 'M', 'L')),
    outcome text not null check (outcome in ('PASS', 'FAIL', 'NOT_APPLICABLE')),
    note text,
    evidence_ids uuid[] not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    unique (task_id, item_id),
    constraint finding_fail_has_note check (outcome <> 'FAIL' or note is not null)
  );
  create index finding_failed on inspections.finding (id desc) where outcome = 'FAIL';
  comment on table inspections.finding is 'What was found for each item; fixed once the task is submitted';

  create function inspections.refuse_after_submission() returns trigger language plpgsql as $$
  begin
    if exists (select from inspections.task t where t.id = new.task_id and t.status <> 'IN_PROGRESS') then
      raise exception 'findings and evidence of a task that is not in progress are fixed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger finding_fixed before insert or update on inspections.finding
    for each row execute function inspections.refuse_after_submission();
  create trigger evidence_fixed before insert on inspections.evidence
    for each row execute function inspections.refuse_after_submission();
`;

const RESULTS = `
  create table inspections.result (
    id uuid primary key,
    task_id uuid not null references inspections.task,
    plan_id uuid not null references inspections.plan,
    plan_title text not null,
    institution_id uuid not null references institutions.institution,
    institution_name text not null,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null,
    inspected_on date not null,
    result_code text not null,
    result_label text not null,
    failures jsonb not null,
    agency text not null,
    certificate_numbers text[] not null check (cardinality(certificate_numbers) >= 2),
    members uuid[] not null,
    due_on date not null,
    status text not null check (status in ('PENDING', 'PUBLISHED')),
    submitted_by uuid not null,
    created_at timestamptz not null,
    published_at timestamptz,
    published_by uuid,
    corrects uuid unique references inspections.result,
    version integer not null,
    constraint result_published check (status <> 'PUBLISHED' or (published_at is not null and published_by is not null))
  );
  create unique index result_task on inspections.result (task_id) where corrects is null;
  create index result_district on inspections.result (district, status, id desc);
  create index result_due on inspections.result (due_on) where status = 'PENDING';
  create index result_published on inspections.result (published_at desc, id desc) where status = 'PUBLISHED';
  create index result_institution on inspections.result (institution_id, inspected_on desc);
  create index result_plan on inspections.result (plan_id);
  comment on table inspections.result is '检查结果: one a task; a correction is a new row that names the one it corrects';
  comment on column inspections.result.failures is 'Items found wrong: findingId, itemId, itemCode, title, severity, legalBasis';
  comment on column inspections.result.due_on is 'Last day of publication (国发〔2019〕5号: 20 working days)';

  create function inspections.refuse_after_publication() returns trigger language plpgsql as $$
  begin
    if old.status = 'PUBLISHED' then
      raise exception 'a published result is not changed: correct it by a new row' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger result_published_is_fixed before update on inspections.result
    for each row execute function inspections.refuse_after_publication();
`;

const RIGHTS = `
  create trigger evidence_append_only before update or delete or truncate on inspections.evidence
    for each statement execute function platform.refuse_change();
  grant select, insert on inspections.evidence, inspections.task, inspections.result to zhaoguan_app;
  grant select, insert, update on inspections.finding to zhaoguan_app;
  grant update (status, started_at, submitted_at, result_id, result_code, version) on inspections.task to zhaoguan_app;
  grant update (status, published_at, published_by, version) on inspections.result to zhaoguan_app;

  -- The operator of an institution learns of its inspection when it begins, not before.
  alter table inspections.task enable row level security;
  create policy task_rights on inspections.task to zhaoguan_app
    using (platform.covers(district) or inspections.acts_among(assignees)
      or (status in ('IN_PROGRESS', 'SUBMITTED') and exists
        (select from institutions.institution i where i.id = institution_id and platform.is_actor(i.operator_id))))
    with check (platform.covers(district) or inspections.acts_among(assignees));

  alter table inspections.finding enable row level security;
  create policy finding_rights on inspections.finding to zhaoguan_app
    using (exists (select from inspections.task t where t.id = task_id))
    with check (exists (select from inspections.task t where t.id = task_id and inspections.acts_among(t.assignees)));

  alter table inspections.evidence enable row level security;
  create policy evidence_read on inspections.evidence for select to zhaoguan_app
    using (exists (select from inspections.task t where t.id = task_id));
  create policy evidence_insert on inspections.evidence for insert to zhaoguan_app
    with check (exists (select from inspections.task t where t.id = task_id and inspections.acts_among(t.assignees)));

  alter table inspections.result enable row level security;
  create policy result_rights on inspections.result to zhaoguan_app
    using (platform.covers(district) or inspections.acts_among(members))
    with check (platform.covers(district) or inspections.acts_among(members));
`;

const VIEWS = `
  create view inspections.result_public as
    select r.id, r.institution_id, r.institution_name, r.kind, r.district, r.plan_title, r.inspected_on,
           r.result_code, r.result_label,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'code', f ->> 'itemCode', 'title', f ->> 'title', 'basis', f -> 'legalBasis') order by n), '[]')
              from jsonb_array_elements(r.failures) with ordinality as e(f, n)) as failed_items,
           r.published_at, r.agency, r.certificate_numbers, r.corrects
      from inspections.result r
     where r.status = 'PUBLISHED'
       and not exists (select from inspections.result c where c.corrects = r.id and c.status = 'PUBLISHED');
  comment on view inspections.result_public is 'Published inspection results; a corrected one is shown by its correction';

  grant select on inspections.result_public to zhaoguan_public;

  create view inspections.failed_finding_facts with (security_invoker = true) as
    select f.id as finding_id, t.result_id, t.id as task_id, t.institution_id, t.institution_name, t.district, t.kind,
           f.item_id, f.item_code, f.item_title, f.legal_basis, f.severity, f.note, r.inspected_on, r.status as result_status,
           r.certificate_numbers
      from inspections.finding f
      join inspections.task t on t.id = f.task_id and t.status = 'SUBMITTED'
      join inspections.result r on r.id = t.result_id
     where f.outcome = 'FAIL';
  comment on view inspections.failed_finding_facts is
    'Items found wrong at submitted inspections, for penalty cases; row-level security of the reader applies';
  grant select on inspections.failed_finding_facts to zhaoguan_app;
`;
