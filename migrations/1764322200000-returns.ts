import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an absence ended is a fact of the day on which it did, and no later act changes it. Whoever touches an account that is
 * closed already counts among those who keep it. What waits for a stand-in tells nothing of the teams that are secret.
 */
export class Returns1764322200000 implements MigrationInterface {
  name = 'Returns1764322200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(keepers(ANY_PART, [LAST_CLOSED, FIRST_CLOSED]));
    await db.query(ENDS);
    await db.query(PUBLISHED);
    await db.query(WAITING);
    await db.query(RESULTS);
    await db.query(ACCOUNTS);
    await db.query(steps([...STEPS, ['IN_PROGRESS', 'CANCELLED']]));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(steps(STEPS));
    await db.query(keepers(ACTS_NO_MORE, [FIRST_CLOSED, LAST_CLOSED]));
    await db.query(`
      drop view inspections.draw_account_public;
      drop index audit.entry_account_acts;
      drop function inspections.took_part(uuid, uuid);
      do $$ begin
        execute 'create or replace view inspections.work_item with (security_invoker = true) as '
          || replace(regexp_replace(pg_get_viewdef('inspections.work_item'), 'UNION ALL(?!.*UNION ALL).*$', ''),
                     $was$t_1.status = 'IN_PROGRESS'::text$was$,
                     $now$t_1.status = ANY (ARRAY['ASSIGNED'::text, 'IN_PROGRESS'::text])$now$);
      end $$;
      drop view inspections.draw_stand_in_public;
      create view inspections.draw_stand_in_public as
        select s.draw_id, s.seq, s.target_id, s.department, s.left_number, s.joined_number, s.absent, s.reason, s.decided_at,
               '[]'::jsonb as absences
          from inspections.draw_stand_in s
          join inspections.draw d on d.id = s.draw_id and d.seed is not null;
      grant select on inspections.draw_stand_in_public to zhaoguan_public;
      drop trigger directory_change_ends_absence on inspections.directory_change;
      drop trigger acting_change_ends_absence on access.acting_change;
      drop trigger draw_absence_ended_meanwhile on inspections.draw_absence;
      drop function inspections.note_return_meanwhile();
      drop function inspections.note_directory_return();
      drop function inspections.note_account_return();
      drop function inspections.note_return(uuid, timestamptz);
      drop table inspections.draw_absence_end;
      drop index inspections.draw_inspector_person;
    `);
  }
}

/** An account is closed since the first of the acts that left it unable, and kept by whoever did any of them. */
const keepers = (account: string, closedAt: readonly [was: string, now: string]): string => `
  drop trigger person_acting_change on access.person;
  create trigger person_acting_change after update on access.person for each row
    when (${account}) execute function access.note_acting_change();

  do $$ declare text text := pg_get_functiondef('inspections.absences(uuid, date)'::regprocedure);
    was constant text := $was$${closedAt[0]}$was$;
  begin
    if strpos(text, was) = 0 then raise exception 'the function of absences is another'; end if;
    execute replace(text, was, $now$${closedAt[1]}$now$);
  end $$;
`;
const ACTS_NO_MORE = `(old.disabled_at is null and 'INSPECTOR' = any (old.roles))
          is distinct from (new.disabled_at is null and 'INSPECTOR' = any (new.roles))`;
const ANY_PART = `(old.disabled_at is null) is distinct from (new.disabled_at is null)
          or ('INSPECTOR' = any (old.roles)) is distinct from ('INSPECTOR' = any (new.roles))`;
const LAST_CLOSED = 'where n.person_id = o.id and not n.acts order by n.seq desc limit 1';
const FIRST_CLOSED = `where n.person_id = o.id and not n.acts and n.seq > coalesce((
         select max(b.seq) from access.acting_change b where b.person_id = o.id and b.acts), 0)
       order by n.seq limit 1`;

const ENDS = `
  alter table inspections.draw_absence drop constraint draw_absence_cause_check;
  alter table inspections.draw_absence add constraint draw_absence_cause_check
    check (cause in ('ACCOUNT', 'DIRECTORY', 'CERTIFICATE', 'RECUSAL'));

  create table inspections.draw_absence_end (
    draw_id uuid not null,
    seq integer not null,
    certificate_number text not null,
    ended_at timestamptz not null,
    primary key (draw_id, seq, certificate_number),
    foreign key (draw_id, seq, certificate_number) references inspections.draw_absence
  );
  comment on table inspections.draw_absence_end is 'When somebody who had counted as unable to go could go again; written once, by triggers';
  create trigger draw_absence_end_append_only before update or delete or truncate on inspections.draw_absence_end
    for each statement execute function platform.refuse_change();
  alter table inspections.draw_absence_end enable row level security;
  create policy draw_absence_end_rights on inspections.draw_absence_end for select to zhaoguan_app
    using (exists (select from inspections.draw d where d.id = draw_id));
  grant select on inspections.draw_absence_end to zhaoguan_app;
  create index draw_inspector_person on inspections.draw_inspector (person_id);

  create function inspections.note_return(person uuid, returned_at timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
      insert into inspections.draw_absence_end (draw_id, seq, certificate_number, ended_at)
      select a.draw_id, a.seq, a.certificate_number, returned_at
        from inspections.draw_inspector f
        join inspections.draw_absence a on a.draw_id = f.draw_id and a.certificate_number = f.certificate_number
       where f.person_id = person and a.cause <> 'RECUSAL'
         and not exists (select from inspections.absent_inspectors(f.draw_id, (returned_at at time zone 'Asia/Shanghai')::date) o
                          where o.certificate_number = f.certificate_number)
      on conflict do nothing
    $$;
  -- One after the other, so that of an absence and a return at the same time the later sees the earlier.
  create function inspections.note_directory_return() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('absences', 0));
    perform inspections.note_return((select i.person_id from inspections.inspector i where i.id = new.inspector_id), new.changed_at);
    return null;
  end $$;
  create function inspections.note_account_return() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('absences', 0));
    perform inspections.note_return(new.person_id, new.changed_at);
    return null;
  end $$;
  -- Whoever came back while the stand-in was being decided was back by then.
  create function inspections.note_return_meanwhile() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('absences', 0));
    perform inspections.note_return(f.person_id, s.decided_at)
       from inspections.draw_inspector f
       join inspections.draw_stand_in s on s.draw_id = new.draw_id and s.seq = new.seq
      where f.draw_id = new.draw_id and f.certificate_number = new.certificate_number;
    return null;
  end $$;
  revoke execute on function inspections.note_return(uuid, timestamptz), inspections.note_directory_return(),
    inspections.note_account_return(), inspections.note_return_meanwhile() from public;
  -- When the transaction ends: entry and record of the act are written in either order.
  create constraint trigger directory_change_ends_absence after insert on inspections.directory_change
    deferrable initially deferred for each row execute function inspections.note_directory_return();
  create constraint trigger acting_change_ends_absence after insert on access.acting_change
    deferrable initially deferred for each row execute function inspections.note_account_return();
  create constraint trigger draw_absence_ended_meanwhile after insert on inspections.draw_absence
    deferrable initially deferred for each row execute function inspections.note_return_meanwhile();

  insert into inspections.draw_absence_end (draw_id, seq, certificate_number, ended_at)
  select a.draw_id, a.seq, a.certificate_number, back.at
    from inspections.draw_absence a
    join inspections.draw_stand_in s on s.draw_id = a.draw_id and s.seq = a.seq
    join inspections.draw_inspector f on f.draw_id = a.draw_id and f.certificate_number = a.certificate_number
   cross join lateral (
     select min(n.changed_at) as at from access.acting_change n
      where a.cause = 'ACCOUNT' and n.person_id = f.person_id and n.acts and n.changed_at > s.decided_at
     union all
     select min(n.changed_at)
       from inspections.directory_change n
       join inspections.inspector i on i.id = n.inspector_id
      where a.cause <> 'ACCOUNT' and i.person_id = f.person_id and f.department = any (n.departments)
        and n.changed_at > s.decided_at and n.act in ('LISTED', 'RESUMED', 'RENEWED', 'MOVED')
      order by at limit 1) as back
   where back.at is not null
     and not exists (select from inspections.absent_inspectors(a.draw_id, (now() at time zone 'Asia/Shanghai')::date) o
                      where o.certificate_number = a.certificate_number);
`;

/** Instants as JSON elsewhere has them. */
const instant = (value: string): string =>
  `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PUBLISHED = `
  create or replace view inspections.draw_stand_in_public as
    select s.draw_id, s.seq, s.target_id, s.department, s.left_number, s.joined_number, s.absent, s.reason, s.decided_at,
           coalesce((
             select jsonb_agg(jsonb_build_object('certificateNumber', a.certificate_number, 'cause', a.cause,
                                                 'since', ${instant('a.since')}, 'endedAt', ${instant('e.ended_at')})
                              order by a.certificate_number <> s.left_number, a.certificate_number)
               from inspections.draw_absence a
               left join inspections.draw_absence_end e using (draw_id, seq, certificate_number)
              where a.draw_id = s.draw_id and a.seq = s.seq), '[]') as absences
      from inspections.draw_stand_in s
      join inspections.draw d on d.id = s.draw_id and d.seed is not null;
`;

/**
 * One item for a draw of which somebody cannot go, in a team or not: an item for each task told whoever took an inspector
 * out for a moment which inspections were theirs. Which they are tells the list of tasks, and whoever asks it is written down.
 */
const WAITING = `
  do $$ declare
    shown text := rtrim(pg_get_viewdef('inspections.work_item'), ';');
    named text := regexp_replace(shown,
      $was$CASE\\s+WHEN \\(t\\.status = 'ASSIGNED'::text\\) THEN t\\.plan_title\\s+ELSE t\\.institution_name\\s+END$was$,
      't.institution_name');
    begun text := regexp_replace(named,
      $was$t_1\\.status = ANY \\(ARRAY\\['ASSIGNED'::text, 'IN_PROGRESS'::text\\]\\)$was$,
      $now$t_1.status = 'IN_PROGRESS'::text$now$);
  begin
    if named = shown or begun = named then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view inspections.work_item with (security_invoker = true) as ' || begun || $branch$
    union all
    select 'INSPECTOR_TO_REPLACE', 'draw', d.id, d.title, '有检查人员不能参加检查',
           case when cardinality(d.districts) = 1 then d.districts[1] end, null, d.drawn_at, date 'infinity', t.due_on,
           'task.replace', platform.lead_department(d.kind), null::uuid,
           array(select f.person_id from inspections.draw_inspector f where f.draw_id = d.id)
      from inspections.draw d
     cross join lateral (
       select t.due_on from inspections.task t where t.draw_id = d.id and t.status = 'ASSIGNED' limit 1) as t
     where d.status = 'DRAWN'
       and (exists (select from inspections.absent_inspectors(d.id, (now() at time zone 'Asia/Shanghai')::date))
            or exists (select from inspections.draw_inspector f
                         join inspections.recusal r on r.person_id = f.person_id and r.declared_by = r.person_id
                         join inspections.draw_target h on h.draw_id = d.id and h.target_id = r.institution_id
                        where f.draw_id = d.id and r.revokes is null and r.declared_at > d.announced_at
                          and not exists (select from inspections.recusal e where e.revokes = r.id)))$branch$;
  end $$;
`;

type Step = readonly [from: string, to: string];
const STEPS: readonly Step[] = [
  ['ASSIGNED', 'IN_PROGRESS'],
  ['IN_PROGRESS', 'SUBMITTED'],
  ['SUBMITTED', 'REPLACED'],
  ['ASSIGNED', 'CANCELLED'],
];

/** An inspection that has begun ends without a result where the whole team is gone (终止检查). */
function steps(admitted: readonly Step[]): string {
  const others = admitted.map(([from, to]) => `(old.status <> '${from}' or new.status <> '${to}')`);
  return `
    drop trigger task_steps on inspections.task;
    create trigger task_steps before update on inspections.task for each row
      when (old.status <> new.status and ${others.join(' and ')})
      execute function platform.refuse_rewriting();
  `;
}

/** Who found something, be it that they have left the team since, is told from who decides what follows. */
const RESULTS = `
  create function inspections.took_part(of_result uuid, person uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
      select exists (select from inspections.result r join inspections.task t on t.id = r.task_id
                      where r.id = of_result
                        and (person = any (t.assignees)
                             or exists (select from inspections.draw_stand_in s
                                          join inspections.draw_inspector l
                                            on l.draw_id = s.draw_id and l.certificate_number = s.left_number
                                         where s.task_id = t.id and l.person_id = person)))
    $$;
  comment on function inspections.took_part(uuid, uuid) is
    'Whether somebody stood in the team of the inspection that came to a result, at its end or before';
  revoke execute on function inspections.took_part(uuid, uuid) from public;
  grant execute on function inspections.took_part(uuid, uuid) to zhaoguan_app;
`;

const ACCOUNT_ACTS = `('access.person-created', 'access.person-enabled', 'access.rights-changed', 'access.password-reset')`;

/**
 * Who keeps the accounts could act in the name of several officials: nothing in the rules about persons tells that, but how
 * often accounts were made or changed while a draw was under way does.
 */
const ACCOUNTS = `
  create index entry_account_acts on audit.entry (at) where subject_type = 'person' and action in ${ACCOUNT_ACTS};
  create view inspections.draw_account_public as
    select d.id as draw_id,
           count(*) filter (where e.action = 'access.person-created')::integer as created,
           count(*) filter (where e.action in ('access.person-enabled', 'access.rights-changed'))::integer as changed,
           count(*) filter (where e.action = 'access.password-reset')::integer as reset
      from inspections.draw d
      left join audit.entry e
        on e.subject_type = 'person' and e.action in ${ACCOUNT_ACTS}
       and e.at > d.announced_at and e.at <= coalesce(d.opened_at, d.voided_at, 'infinity')
       and e.canonical::jsonb #> '{detail,roles}' <> '["OPERATOR"]'
       and (e.district is null
            or exists (select from unnest(d.districts) as p(code)
                        where p.code ^@ inspections.prefix_of(e.district) or e.district ^@ inspections.prefix_of(p.code)))
     group by d.id;
  comment on view inspections.draw_account_public is
    'How often accounts of officials of the area were made, changed or reset between announcement and opening';
  grant select on inspections.draw_account_public to zhaoguan_public;
`;
