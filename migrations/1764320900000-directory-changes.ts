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
      drop view access.acting_inspector;
      drop view inspections.draw_directory_public;
      drop function inspections.directory_counts(uuid, text, text[], text[], timestamptz);
      drop table inspections.draw_directory;
      drop table inspections.directory_change;
      drop function inspections.touches(text[], text[]);
    `);
  }
}

const CHANGES = `
  create view access.acting_inspector as
    select id from access.person where disabled_at is null and 'INSPECTOR' = any (roles);
  comment on view access.acting_inspector is 'Accounts that can carry out an inspection, for the draw';
  grant select on access.acting_inspector to zhaoguan_app;

  create function inspections.touches(districts text[], places text[]) returns boolean
    language sql stable parallel safe
    return '*' = any (districts)
        or exists (select from unnest(districts) as d(code), unnest(places) as p(place)
                    where p.place ^@ inspections.prefix_of(d.code)
                      and (length(p.place) = 6
                           or not exists (select from reference.entry e
                                           where e.list = 'jurisdictions' and not e.withdrawn and e.data ->> 'code' = d.code
                                             and e.data -> 'excludedTownships' ? p.place)));
  comment on function inspections.touches(text[], text[]) is
    'Whether who is responsible for these districts can be sent to any of these places: not to townships that another authority holds';
  grant execute on function inspections.touches(text[], text[]) to zhaoguan_app;

  create table inspections.directory_change (
    id uuid primary key,
    inspector_id uuid not null references inspections.inspector,
    act text not null check (act in ('LISTED', 'SUSPENDED', 'RESUMED', 'MOVED', 'SHORTENED', 'RENEWED')),
    departments text[] not null check (cardinality(departments) > 0),
    districts text[] not null check (cardinality(districts) > 0),
    reason text,
    changed_by uuid,
    changed_at timestamptz not null,
    constraint directory_change_says_why check (act in ('LISTED', 'RESUMED', 'RENEWED') or reason is not null)
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
    inactive integer not null,
    available integer not null,
    recused_by_others integer not null,
    recusals_lifted integer not null,
    added integer not null,
    suspended integer not null,
    resumed integer not null,
    moved integer not null,
    shortened integer not null,
    renewed integer not null,
    primary key (draw_id, department),
    constraint draw_directory_counts check (
      least(listed, inactive, available, recused_by_others, recusals_lifted, added, suspended, resumed, moved, shortened, renewed) >= 0)
  );
  comment on table inspections.draw_directory is 'The directory of each department that takes part, in numbers, as it stood when the draw was announced';
  comment on column inspections.draw_directory.counted_from is 'From when on changes of the directory are counted';
  comment on column inspections.draw_directory.listed is 'Entries in use that cover part of the area, whether the certificate is valid or not';
  comment on column inspections.draw_directory.inactive is 'Entries of the area that are out of use, since whenever';
  comment on column inspections.draw_directory.recusals_lifted is 'Recusals at institutions of the hat that were lifted in that time';
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
    select n.draw_id, n.department, n.counted_from, n.listed, n.inactive, n.available, n.recused_by_others,
           n.recusals_lifted, n.added, n.suspended, n.resumed, n.moved, n.shortened, n.renewed, later.returned, later.joined
      from inspections.draw_directory n
      join inspections.draw d on d.id = n.draw_id
     cross join lateral (
       select count(distinct c.inspector_id) filter (where c.act in ('RESUMED', 'MOVED', 'RENEWED'))::integer as returned,
              count(distinct c.inspector_id) filter (where c.act = 'LISTED')::integer as joined
         from inspections.directory_change c
         join inspections.inspector i on i.id = c.inspector_id
        where c.changed_at > d.announced_at and c.changed_at <= coalesce(d.opened_at, d.voided_at, 'infinity')
          and n.department = any (c.departments) and inspections.touches(c.districts, d.districts)
          and not exists (select from inspections.draw_inspector f
                           where f.draw_id = d.id and f.person_id = i.person_id)) as later;
  comment on view inspections.draw_directory_public is
    'The directory in numbers, with who came back or was added between the announcement and the opening';
  grant select on inspections.draw_directory_public to zhaoguan_public;

  -- Counts past row-level security: an entry that was moved away takes its record out of the sight of those it left.
  create function inspections.directory_counts(drawn uuid, of_kind text, demanded text[], places text[], since timestamptz)
    returns table (department text, counted_from timestamptz, listed integer, inactive integer, available integer,
                   recused_by_others integer, recusals_lifted integer, added integer, suspended integer, resumed integer,
                   moved integer, shortened integer, renewed integer)
    language sql stable security definer set search_path = pg_catalog as $$
      with span as (
        -- Back to the announcement before this one, where that is longer ago: nothing falls between two draws.
        select least(since, (select max(d.announced_at) from inspections.draw d
                              where d.kind = of_kind and d.districts && places and d.id <> drawn)) as began),
      lifted as (
        select e.person_id from inspections.recusal e, span
         where e.revokes is not null and e.declared_at >= span.began
           and exists (select from inspections.draw_target t where t.draw_id = drawn and t.target_id = e.institution_id))
      select w.department, span.began,
             (select count(*) from inspections.inspector i
               where i.active and i.department = w.department and inspections.touches(i.districts, places))::integer,
             (select count(*) from inspections.inspector i
               where not i.active and i.department = w.department and inspections.touches(i.districts, places)
                 and not exists (select from inspections.inspector o where o.person_id = i.person_id and o.active))::integer,
             (select count(*) from inspections.draw_inspector f
               where f.draw_id = drawn and f.department = w.department)::integer,
             (select count(*) from inspections.draw_conflict c
                join inspections.draw_inspector f
                  on f.draw_id = c.draw_id and f.certificate_number = c.certificate_number
               where c.draw_id = drawn and f.department = w.department and not exists (
                 select from inspections.recusal r
                  where r.person_id = f.person_id and r.institution_id = c.target_id and r.declared_by = f.person_id
                    and r.revokes is null and not exists (select from inspections.recusal e where e.revokes = r.id)))::integer,
             (select count(*) from lifted
               where exists (select from inspections.inspector i
                              where i.person_id = lifted.person_id and i.department = w.department))::integer,
             count(distinct c.inspector_id) filter (where c.act = 'LISTED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'SUSPENDED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'RESUMED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'MOVED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'SHORTENED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'RENEWED')::integer
        from span cross join unnest(demanded) as w(department)
        left join inspections.directory_change c
          on c.changed_at >= span.began and w.department = any (c.departments)
         and inspections.touches(c.districts, places)
       group by w.department, span.began
    $$;
  comment on function inspections.directory_counts(uuid, text, text[], text[], timestamptz) is
    'The directory in numbers for a draw that has its inspectors and recusals';
  revoke execute on function inspections.directory_counts(uuid, text, text[], text[], timestamptz) from public;
  grant execute on function inspections.directory_counts(uuid, text, text[], text[], timestamptz) to zhaoguan_app;
`;
