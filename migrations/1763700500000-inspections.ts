import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 双随机抽查: the directory of inspectors, recusals, plans. */
export class Inspections1763700500000 implements MigrationInterface {
  name = 'Inspections1763700500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(JURISDICTION);
    await db.query(DIRECTORY);
    await db.query(RIGHTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema inspections cascade');
  }
}

const JURISDICTION = `
  create schema inspections;
  grant usage on schema inspections to zhaoguan_app, zhaoguan_public;

  create function inspections.covers_all(districts text[]) returns boolean
    language sql stable parallel safe
    return cardinality(districts) > 0 and (
      current_setting('app.districts', true) = '1,2,3,4,5,6,7,8,9'
      or not exists (select from unnest(districts) as d where d = '*' or not platform.covers(d)));
  comment on function inspections.covers_all(text[]) is
    'Whether the bound jurisdiction covers every one of the districts; * is covered by the whole country only';

  create function inspections.reaches(districts text[]) returns boolean
    language sql stable parallel safe
    return exists (
      select from unnest(districts) as d
       where d = '*' or platform.covers(d)
          or exists (select from unnest(string_to_array(nullif(current_setting('app.districts', true), ''), ',')) as p
                      where p ^@ regexp_replace(d, '(00){1,2}$', '')));
  comment on function inspections.reaches(text[]) is
    'Whether one of the districts lies in the bound jurisdiction or around it';

  create function inspections.acts_among(people uuid[]) returns boolean
    language sql stable parallel safe
    return nullif(current_setting('app.actor', true), '') = any (people::text[]);
  comment on function inspections.acts_among(uuid[]) is 'Whether the bound actor is one of these people';
  grant execute on all functions in schema inspections to zhaoguan_app, zhaoguan_public;
`;

const DIRECTORY = `
  create table inspections.inspector (
    id uuid primary key,
    person_id uuid not null references access.person,
    name text not null,
    certificate_number text not null unique check (certificate_number ~ '^[A-Za-z0-9._-]{1,64}$'),
    department text not null check (department ~ '^[A-Za-z0-9._-]{1,64}$'),
    districts text[] not null check (cardinality(districts) > 0 and (not '*' = any (districts) or districts = '{*}')),
    valid_until date not null,
    active boolean not null,
    created_at timestamptz not null,
    version integer not null
  );
  create unique index inspector_person on inspections.inspector (person_id) where active;
  create index inspector_department on inspections.inspector (department, certificate_number) where active;
  comment on table inspections.inspector is '执法检查人员名录库';
  comment on column inspections.inspector.certificate_number is '执法证号: the inspector''s id in every draw';
  comment on column inspections.inspector.districts is 'District codes of any level, or exactly {*}';

  create table inspections.recusal (
    id uuid primary key,
    inspector_id uuid not null references inspections.inspector,
    institution_id uuid not null references institutions.institution,
    revokes uuid unique references inspections.recusal,
    reason text not null,
    declared_by uuid not null,
    declared_at timestamptz not null
  );
  create index recusal_inspector on inspections.recusal (inspector_id, id desc);
  create index recusal_institution on inspections.recusal (institution_id);
  comment on table inspections.recusal is '回避: this inspector is not sent to this institution; ended by a row that names it in revokes';

  create table inspections.plan (
    id uuid primary key,
    title text not null,
    year integer not null check (year between 2000 and 2200),
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    districts text[] not null check (cardinality(districts) > 0),
    items jsonb not null check (jsonb_array_length(items) > 0),
    strata jsonb not null check (jsonb_array_length(strata) > 0),
    demands jsonb not null check (jsonb_array_length(demands) > 0),
    max_load integer not null check (max_load >= 1),
    task_working_days integer not null check (task_working_days >= 1),
    created_by uuid not null,
    created_at timestamptz not null,
    version integer not null
  );
  create index plan_newest on inspections.plan (kind, year, id desc);
  comment on table inspections.plan is '抽查计划';
  comment on column inspections.plan.districts is 'County-level codes (GB/T 2260)';
  comment on column inspections.plan.items is 'The lines of the 抽查事项清单 as they stood when the plan was made';
  comment on column inspections.plan.task_working_days is 'Working days that an inspection may take after the draw';
`;

const RIGHTS = `
  create trigger recusal_append_only before update or delete or truncate on inspections.recusal
    for each statement execute function platform.refuse_change();
  grant select, insert on inspections.recusal to zhaoguan_app;
  grant select, insert, update on inspections.inspector to zhaoguan_app;
  grant select, insert, update (version) on inspections.plan to zhaoguan_app;

  alter table inspections.inspector enable row level security;
  create policy inspector_read on inspections.inspector for select to zhaoguan_app
    using (inspections.reaches(districts) or platform.is_actor(person_id));
  create policy inspector_insert on inspections.inspector for insert to zhaoguan_app
    with check (inspections.covers_all(districts));
  create policy inspector_update on inspections.inspector for update to zhaoguan_app
    using (inspections.covers_all(districts)) with check (inspections.covers_all(districts));

  alter table inspections.recusal enable row level security;
  create policy recusal_read on inspections.recusal for select to zhaoguan_app
    using (exists (select from inspections.inspector i where i.id = inspector_id));
  create policy recusal_insert on inspections.recusal for insert to zhaoguan_app
    with check (platform.is_actor(declared_by) and exists (select from inspections.inspector i where i.id = inspector_id));

  alter table inspections.plan enable row level security;
  create policy plan_rights on inspections.plan to zhaoguan_app
    using (inspections.covers_all(districts)) with check (inspections.covers_all(districts));
`;
