import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Places that offer their service without having filed (未备案机构), and how they are urged to (督促备案). One that has filed by now
 * is found by its number.
 * @law 养老机构管理办法（民政部令第66号）监督检查的规定：发现未备案的，自发现之日起20个工作日以内进行现场检查，并督促备案
 */
export class UnfiledSites1764540000000 implements MigrationInterface {
  name = 'UnfiledSites1764540000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(NUMBERS);
    await db.query(TABLES);
    await db.query(RIGHTS);
    await db.query(VIEWS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema unfiled cascade; drop view institutions.filing_number_facts;');
  }
}

const NUMBERS = `
  create view institutions.filing_number_facts with (security_invoker = true) as
    select id as institution_id, kind, district, filing_number from institutions.institution where filing_number is not null;
  comment on view institutions.filing_number_facts is 'Under which number an institution is in the directory';
  grant select on institutions.filing_number_facts to zhaoguan_app;
`;
const STATES = `('FOUND', 'URGED', 'FILED', 'NOT_OBLIGED')`;

const TABLES = `
  create schema unfiled;
  grant usage on schema unfiled to zhaoguan_app;

  create table unfiled.site (
    id uuid primary key,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null,
    township text,
    name text not null check (char_length(name) between 1 and 100),
    address text not null check (char_length(address) between 1 and 200),
    uscc text,
    source text not null check (source in ('PATROL', 'INSPECTION', 'COMPLAINT', 'REFERRAL')),
    found_on date not null,
    clue text not null check (char_length(clue) <= 1000),
    status text not null check (status in ${STATES}),
    due_on date,
    institution_id uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_at timestamptz,
    version integer not null check (version > 0),
    constraint site_ended check ((status in ('FILED', 'NOT_OBLIGED')) = (ended_at is not null)
      and (due_on is null) = (ended_at is not null) and (status = 'FILED') = (institution_id is not null))
  );
  create index site_open on unfiled.site (district, due_on, id) where status in ('FOUND', 'URGED');
  create index site_list on unfiled.site (id desc, status);
  create index site_place on unfiled.site (district, id desc);
  comment on table unfiled.site is 'A place that offers its service without having filed; the fold of its transitions is its status';
  comment on column unfiled.site.clue is 'What was seen or said, with resident ids and telephone numbers masked';

  create table unfiled.site_transition (
    site_id uuid not null references unfiled.site,
    seq integer not null check (seq > 0),
    action text not null check (action in ('urge', 'settle', 'dismiss')),
    from_state text not null check (from_state in ${STATES}),
    to_state text not null check (to_state in ${STATES}),
    actor_id uuid not null,
    at timestamptz not null,
    note text check (char_length(note) <= 1000),
    visited_on date,
    primary key (site_id, seq),
    constraint visit_is_urged check ((action = 'urge') = (visited_on is not null))
  );
  comment on table unfiled.site_transition is 'What was done about such a place, one row an act; append-only';
`;

const RIGHTS = `
  alter table unfiled.site enable row level security;
  create policy site_rights on unfiled.site to zhaoguan_app
    using (platform.covers(coalesce(township, district))) with check (platform.covers(coalesce(township, district)));
  grant select, insert on unfiled.site to zhaoguan_app;
  grant update (status, due_on, ended_at, institution_id, version) on unfiled.site to zhaoguan_app;
  create trigger site_stays before delete or truncate on unfiled.site
    for each statement execute function platform.refuse_rewriting();

  create trigger site_transition_append_only before update or delete or truncate on unfiled.site_transition
    for each statement execute function platform.refuse_change();
  alter table unfiled.site_transition enable row level security;
  grant select, insert on unfiled.site_transition to zhaoguan_app;
  create policy site_transition_rights on unfiled.site_transition to zhaoguan_app
    using (exists (select from unfiled.site s where s.id = site_id))
    with check (exists (select from unfiled.site s where s.id = site_id));
`;

const VIEWS = `
  create view unfiled.work_item with (security_invoker = true) as
    select case status when 'FOUND' then 'UNFILED_TO_CHECK' else 'UNFILED_TO_FOLLOW' end as type, 'unfiled-site' as subject_type,
           id as subject_id, name as title, address as detail, district, township, recorded_at as since,
           date 'infinity' as until, due_on, 'unfiled.handle' as permission, platform.lead_department(kind) as department,
           null::uuid as assignee, '{}'::uuid[] as not_actors
      from unfiled.site where status in ('FOUND', 'URGED');
  comment on view unfiled.work_item is 'Places without a filing to go to, and those that were urged to file';
  grant select on unfiled.work_item to zhaoguan_app;
`;
