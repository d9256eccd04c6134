import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people are told in the application (站内通知), and the views from which it is told: facts of each module, under the
 * row-level security of the reader.
 */
export class Notifications1764230600000 implements MigrationInterface {
  name = 'Notifications1764230600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FACTS);
    await db.query(NOTIFICATIONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table workbench.notification, workbench.inbox;
      drop view enforcement.case_facts, inspections.result_facts, inspections.assignment_facts, inspections.draw_facts,
        filings.filing_facts, institutions.institution_facts;
      drop index access.person_districts;
    `);
  }
}

const FACTS = `
  create index person_districts on access.person using gin (districts) where disabled_at is null;

  create view institutions.institution_facts with (security_invoker = true) as
    select id as institution_id, operator_id, kind, name, district, township, status, grade, capacity
      from institutions.institution;
  comment on view institutions.institution_facts is 'Institutions without persons, for notices and figures';

  create view filings.filing_facts with (security_invoker = true) as
    select id as filing_id, applicant_id, kind, name, district, township, status, filing_number, due_on, submitted_at,
           case when status in ('ACCEPTED', 'REFUSED') then updated_at end as decided_at
      from filings.filing;
  comment on view filings.filing_facts is 'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision';

  create view inspections.draw_facts with (security_invoker = true) as
    select id as draw_id, plan_id, title, kind, districts, status, announced_at, drawn_at from inspections.draw;
  comment on view inspections.draw_facts is 'Draws without their secrets';

  create view inspections.assignment_facts with (security_invoker = true) as
    select m.person_id, t.id as task_id, t.draw_id, t.plan_title, t.status
      from inspections.task_member m join inspections.task t on t.id = m.task_id;
  comment on view inspections.assignment_facts is 'Who is sent on which task, without the institution';

  create view inspections.result_facts with (security_invoker = true) as
    select id as result_id, institution_id, kind, district, inspected_on, result_code, result_label, failures, status
      from inspections.result r
     where not exists (select from inspections.result c where c.corrects is not null and c.corrects = r.id);
  comment on view inspections.result_facts is 'Results of inspections without persons; a corrected one is shown by its correction';

  create view enforcement.case_facts with (security_invoker = true) as
    select id as case_id, case_number, institution_id, kind, district, department, status, statement_until, decision_number
      from enforcement.penalty_case;
  comment on view enforcement.case_facts is 'Penalty cases without persons and free text';

  grant select on institutions.institution_facts, filings.filing_facts, inspections.draw_facts,
    inspections.assignment_facts, inspections.result_facts, enforcement.case_facts to zhaoguan_app;
`;

const NOTIFICATIONS = `
  create table workbench.inbox (
    person_id uuid primary key references access.person,
    last integer not null check (last > 0)
  );
  comment on table workbench.inbox is
    'Number of each person''s last notification: locked while one is added, so that numbers become visible in their order and a stream resumes without a gap';

  create table workbench.notification (
    person_id uuid not null references access.person,
    id integer not null check (id > 0),
    type text not null,
    subject_type text,
    subject_id uuid,
    title text not null check (title <> ''),
    occasion text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    primary key (person_id, id),
    unique (person_id, occasion),
    constraint notification_subject check ((subject_type is null) = (subject_id is null))
  );
  create index notification_unread on workbench.notification (person_id, id desc) where read_at is null;
  create index notification_age on workbench.notification (created_at);
  comment on table workbench.notification is 'What a person was told; never personal data of others, never a secret of a draw';
  comment on column workbench.notification.id is 'Counts up for each person, in the order in which it became visible';
  comment on column workbench.notification.occasion is 'What it was told for: told twice, it stands once';

  alter table workbench.inbox enable row level security;
  create policy inbox_rights on workbench.inbox to zhaoguan_app
    using (platform.is_actor(person_id) or platform.is_system()) with check (platform.is_system());
  alter table workbench.notification enable row level security;
  create policy notification_read on workbench.notification for select to zhaoguan_app
    using (platform.is_actor(person_id) or platform.is_system());
  create policy notification_tell on workbench.notification for insert to zhaoguan_app with check (platform.is_system());
  create policy notification_mark on workbench.notification for update to zhaoguan_app
    using (platform.is_actor(person_id)) with check (platform.is_actor(person_id));
  create policy notification_sweep on workbench.notification for delete to zhaoguan_app using (platform.is_system());
  grant select, insert, update on workbench.inbox to zhaoguan_app;
  grant select, insert, update (read_at), delete on workbench.notification to zhaoguan_app;
`;
