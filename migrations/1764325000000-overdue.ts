import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an office has let pass its last day goes up (超期督办): to the person above, then to the level above. Who has to do with the
 * case, because they keep the party's account, filed or entered it or recused themselves, does not supervise it.
 * @law 行政许可法第六十条；公务员法第七十六条（回避）
 */
export class Overdue1764325000000 implements MigrationInterface {
  name = 'Overdue1764325000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CONCERNED);
    await db.query(TABLES);
    await db.query(RIGHTS);
    await db.query(VIEW);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view workbench.work_item;
      drop table workbench.overdue_step, workbench.overdue;
      drop view inspections.concerned_facts, filings.concerned_facts;
    `);
  }
}

const CONCERNED = `
  create view filings.concerned_facts with (security_invoker = true) as
    select id as filing_id, applicant_id as person_id from filings.filing
    union all
    select id, entered_by from filings.filing where entered_by is not null;
  comment on view filings.concerned_facts is 'Who filed, or entered for the applicant, and so has no say in it';
  grant select on filings.concerned_facts to zhaoguan_app;

  create view inspections.concerned_facts with (security_invoker = true) as
    with visit as (select id as subject_id, institution_id from inspections.task
                   union all select id, institution_id from inspections.result)
    select v.subject_id, i.operator_id as person_id
      from visit v join institutions.institution i on i.id = v.institution_id where i.operator_id is not null
    union all
    select v.subject_id, r.person_id
      from visit v join inspections.recusal r on r.institution_id = v.institution_id
     where r.revokes is null and not exists (select from inspections.recusal x where x.revokes = r.id);
  comment on view inspections.concerned_facts is 'Who keeps the account of the institution inspected, or may not be sent there';
  grant select on inspections.concerned_facts to zhaoguan_app;
`;

const STATES = `('RAISED', 'URGED', 'EXPLAINED', 'ENDED')`;

const TABLES = `
  create table workbench.overdue (
    id uuid primary key,
    type text not null,
    subject_type text not null,
    subject_id uuid not null,
    due_on date not null,
    title text not null,
    detail text not null,
    district text not null,
    township text,
    department text not null,
    permission text not null,
    assignees uuid[] not null,
    concerned uuid[] not null,
    level text not null check (level in ('FIRST', 'SECOND')),
    place text not null,
    status text not null check (status in ${STATES}),
    raised_at timestamptz not null,
    ended_at timestamptz,
    version integer not null check (version > 0),
    constraint overdue_once unique (subject_id, type, due_on),
    constraint overdue_ended check ((ended_at is not null) = (status = 'ENDED'))
  );
  create index overdue_list on workbench.overdue (due_on, id);
  create index overdue_of_district on workbench.overdue (district, due_on, id);
  create index overdue_open on workbench.overdue (id) where status <> 'ENDED';
  create index overdue_waiting on workbench.overdue (place, raised_at) where status in ('RAISED', 'EXPLAINED');
  comment on table workbench.overdue is 'Last days that offices have let pass (超期督办); the fold of its steps is its status';
  comment on column workbench.overdue.type is 'The work item that waits; with subject_id and due_on it is raised once';
  comment on column workbench.overdue.concerned is 'Who has to do with the case, and does not supervise it';
  comment on column workbench.overdue.place is 'The division whose officials supervise it now';

  create table workbench.overdue_step (
    overdue_id uuid not null references workbench.overdue,
    seq integer not null check (seq > 0),
    action text not null check (action in ('raiseFurther', 'urge', 'explain', 'end', 'raiseAgain')),
    from_state text not null check (from_state in ${STATES}),
    to_state text not null check (to_state in ${STATES}),
    level text not null check (level in ('FIRST', 'SECOND')),
    actor_id uuid not null,
    at timestamptz not null,
    note text check (char_length(note) <= 1000),
    primary key (overdue_id, seq)
  );
  comment on table workbench.overdue_step is 'What was done about it after it was raised, one row an act; append-only';
  comment on column workbench.overdue_step.note is 'With resident ids and telephone numbers masked';
`;

/** Of a bad rating hears nobody who has acted on the filing that was rated, here as there. */
const RIGHTS = `
  alter table workbench.overdue enable row level security;
  create policy overdue_rights on workbench.overdue to zhaoguan_app
    using (platform.is_system() or (platform.covers(coalesce(township, district)) and (type <> 'RATING_TO_FOLLOW_UP'
      or exists (select from feedback.follow_up_facts f where f.follow_up_id = subject_id))))
    with check (platform.is_system() or platform.covers(coalesce(township, district)));
  grant select, insert on workbench.overdue to zhaoguan_app;
  grant update (assignees, concerned, level, place, status, ended_at, version) on workbench.overdue to zhaoguan_app;
  create trigger overdue_stays before delete or truncate on workbench.overdue
    for each statement execute function platform.refuse_rewriting();

  create trigger overdue_step_append_only before update or delete or truncate on workbench.overdue_step
    for each statement execute function platform.refuse_change();
  alter table workbench.overdue_step enable row level security;
  create policy overdue_step_rights on workbench.overdue_step to zhaoguan_app
    using (exists (select from workbench.overdue o where o.id = overdue_id))
    with check (exists (select from workbench.overdue o where o.id = overdue_id));
  grant select, insert on workbench.overdue_step to zhaoguan_app;
`;

const VIEW = `
  create view workbench.work_item with (security_invoker = true) as
    select 'OVERDUE_TO_SUPERVISE' as type, 'overdue' as subject_type, id as subject_id, title, detail, place as district,
           case when place = district then township end as township, raised_at as since, date 'infinity' as until,
           date 'infinity' as due_on, 'overdue.supervise' as permission, department, null::uuid as assignee,
           concerned as not_actors
      from workbench.overdue where status in ('RAISED', 'EXPLAINED');
  comment on view workbench.work_item is 'What is late and waits for the person above, at the level that it was raised to';
  grant select on workbench.work_item to zhaoguan_app;
`;
