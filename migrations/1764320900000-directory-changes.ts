import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may be sent decides a draw as much as the dice: what was done to the directory before one is published with it. */
export class DirectoryChanges1764320900000 implements MigrationInterface {
  name = 'DirectoryChanges1764320900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CHANGES);
    await db.query(PUBLISHED);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view inspections.draw_directory_public;
      drop table inspections.draw_directory;
      drop table inspections.directory_change;
      drop function inspections.touches(text[], text[]);
    `);
  }
}

const CHANGES = `
  create function inspections.touches(districts text[], places text[]) returns boolean
    language sql immutable parallel safe
    return '*' = any (districts)
        or exists (select from unnest(districts) as d(code), unnest(places) as p(place)
                    where p.place ^@ inspections.prefix_of(d.code));
  comment on function inspections.touches(text[], text[]) is
    'Whether districts of the directory hold any of these places';
  grant execute on function inspections.touches(text[], text[]) to zhaoguan_app;

  create table inspections.directory_change (
    id uuid primary key,
    inspector_id uuid not null references inspections.inspector,
    act text not null check (act in ('LISTED', 'SUSPENDED', 'RESUMED', 'MOVED', 'CERTIFIED')),
    departments text[] not null check (cardinality(departments) > 0),
    districts text[] not null check (cardinality(districts) > 0),
    reason text,
    changed_by uuid,
    changed_at timestamptz not null,
    constraint directory_change_says_why check (act not in ('SUSPENDED', 'RESUMED') or reason is not null)
  );
  comment on table inspections.directory_change is 'What was done to entries of the 执法检查人员名录库, and why';
  comment on column inspections.directory_change.departments is 'Of the entry, before and after';
  comment on column inspections.directory_change.districts is 'Of the entry, before and after';
  comment on column inspections.directory_change.changed_by is 'Null for entries that are older than this table; the system where it listed the demonstration';
  create index directory_change_at on inspections.directory_change (changed_at);
  create index directory_change_inspector on inspections.directory_change (inspector_id, id desc);
  insert into inspections.directory_change (id, inspector_id, act, departments, districts, changed_at)
    select gen_random_uuid(), id, 'LISTED', array[department], districts, created_at from inspections.inspector;
  create trigger directory_change_append_only before update or delete or truncate on inspections.directory_change
    for each statement execute function platform.refuse_change();
  alter table inspections.directory_change enable row level security;
  create policy directory_change_read on inspections.directory_change for select to zhaoguan_app
    using (exists (select from inspections.inspector i where i.id = inspector_id));
  create policy directory_change_insert on inspections.directory_change for insert to zhaoguan_app
    with check (platform.is_actor(changed_by) and exists (select from inspections.inspector i where i.id = inspector_id));
  grant insert, select on inspections.directory_change to zhaoguan_app;
`;

const PUBLISHED = `
  create table inspections.draw_directory (
    draw_id uuid not null references inspections.draw,
    department text not null,
    counted_from timestamptz not null,
    listed integer not null,
    available integer not null,
    recused_by_others integer not null,
    added integer not null,
    suspended integer not null,
    resumed integer not null,
    moved integer not null,
    certified integer not null,
    primary key (draw_id, department),
    constraint draw_directory_counts check (least(listed, available, recused_by_others, added, suspended, resumed, moved, certified) >= 0)
  );
  comment on table inspections.draw_directory is 'The directory of each department that takes part, in numbers, as it stood when the draw was announced';
  comment on column inspections.draw_directory.counted_from is 'From when on changes of the directory are counted';
  comment on column inspections.draw_directory.listed is 'Entries in use that cover part of the area, whether the certificate is valid or not';
  comment on column inspections.draw_directory.available is 'Who could be sent';
  comment on column inspections.draw_directory.recused_by_others is 'Recusals that went into the draw and that somebody else declared for the inspector';
  create trigger draw_directory_append_only before update or delete or truncate on inspections.draw_directory
    for each statement execute function platform.refuse_change();
  create trigger draw_directory_in_time after insert on inspections.draw_directory
    referencing new table as added for each statement execute function inspections.refuse_late_inputs();
  alter table inspections.draw_directory enable row level security;
  create policy draw_directory_rights on inspections.draw_directory to zhaoguan_app
    using (exists (select from inspections.draw d where d.id = draw_id))
    with check (exists (select from inspections.draw d where d.id = draw_id));
  grant insert, select on inspections.draw_directory to zhaoguan_app;

  create view inspections.draw_directory_public as
    select n.draw_id, n.department, n.counted_from, n.listed, n.available, n.recused_by_others,
           n.added, n.suspended, n.resumed, n.moved, n.certified, later.returned, later.joined
      from inspections.draw_directory n
      join inspections.draw d on d.id = n.draw_id
     cross join lateral (
       select count(distinct c.inspector_id) filter (where c.act in ('RESUMED', 'MOVED', 'CERTIFIED'))::integer as returned,
              count(distinct c.inspector_id) filter (where c.act = 'LISTED')::integer as joined
         from inspections.directory_change c
        where c.changed_at > d.announced_at and c.changed_at <= coalesce(d.opened_at, d.voided_at, 'infinity')
          and n.department = any (c.departments) and inspections.touches(c.districts, d.districts)
          and not exists (select from inspections.draw_inspector f
                           where f.draw_id = d.id and f.inspector_id = c.inspector_id)) as later;
  comment on view inspections.draw_directory_public is
    'The directory in numbers, with who came back or was added between the announcement and the opening';
  grant select on inspections.draw_directory_public to zhaoguan_public;
`;
