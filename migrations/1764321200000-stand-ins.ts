import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 替补检查人员: an inspector whose account is closed, or who is out of the directory, gives the place in a team to somebody
 * whom the random numbers of the draw pick. Until now a team of two could lose one and never be whole again.
 */
export class StandIns1764321200000 implements MigrationInterface {
  name = 'StandIns1764321200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(STAND_INS);
    await db.query(TEAMS);
    await db.query(WAITING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view inspections.work_item with (security_invoker = true) as '
          || regexp_replace(pg_get_viewdef('inspections.work_item'), 'UNION ALL(?!.*UNION ALL).*$', '');
      end $$;
      revoke update (team, assignees) on inspections.task from zhaoguan_app;
      revoke update (members, certificate_numbers) on inspections.result from zhaoguan_app;
      drop trigger task_team_follows_stand_in on inspections.task;
      drop trigger task_members_follow on inspections.task;
      drop trigger result_team_follows_stand_in on inspections.result;
      drop function inspections.team_follows_stand_in();
      drop function inspections.result_follows_stand_in();
      drop function inspections.exchange_members();
      drop trigger task_member_follows on inspections.task_member;
      drop trigger task_member_append_only on inspections.task_member;
      create trigger task_member_append_only before update or delete or truncate on inspections.task_member
        for each statement execute function platform.refuse_change();
      drop view inspections.draw_stand_in_public;
      drop table inspections.draw_stand_in;
      drop function inspections.absent_inspectors(uuid, date);
    `);
  }
}

const STAND_INS = `
  create table inspections.draw_stand_in (
    draw_id uuid not null references inspections.draw,
    seq integer not null check (seq >= 1),
    task_id uuid not null references inspections.task,
    target_id uuid not null,
    department text not null,
    left_number text not null,
    joined_number text not null,
    absent text[] not null,
    reason text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (draw_id, seq),
    constraint draw_stand_in_changes check (left_number <> joined_number)
  );
  comment on table inspections.draw_stand_in is '替补检查人员: who left a team of the draw, and whom its random numbers picked';
  comment on column inspections.draw_stand_in.absent is 'Candidates who could not go either, by certificate number';
  create index draw_stand_in_task on inspections.draw_stand_in (task_id, seq);
  create trigger draw_stand_in_append_only before update or delete or truncate on inspections.draw_stand_in
    for each statement execute function platform.refuse_change();
  create trigger draw_stand_in_in_time after insert on inspections.draw_stand_in
    referencing new table as added for each statement execute function inspections.refuse_unless_draw_is('DRAWN');
  alter table inspections.draw_stand_in enable row level security;
  create policy draw_stand_in_rights on inspections.draw_stand_in to zhaoguan_app
    using (exists (select from inspections.draw d where d.id = draw_id))
    with check (exists (select from inspections.draw d where d.id = draw_id));
  grant insert, select on inspections.draw_stand_in to zhaoguan_app;

  create view inspections.draw_stand_in_public as
    select s.draw_id, s.seq, s.target_id, s.department, s.left_number, s.joined_number, s.absent, s.reason, s.decided_at
      from inspections.draw_stand_in s
      join inspections.draw d on d.id = s.draw_id and d.seed is not null;
  comment on view inspections.draw_stand_in_public is 'Who took the place of an inspector, once the draw is opened';
  grant select on inspections.draw_stand_in_public to zhaoguan_public;

  -- Past row-level security: an entry that was moved away is out of the sight of those whom it left.
  create function inspections.absent_inspectors(drawn uuid, today date)
    returns table (certificate_number text, person_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
      select f.certificate_number, f.person_id
        from inspections.draw_inspector f
       where f.draw_id = drawn
         and (not exists (select from access.acting_inspector a where a.id = f.person_id)
              or not exists (select from inspections.inspector i
                              where i.person_id = f.person_id and i.department = f.department
                                and i.active and i.valid_until >= today))
    $$;
  comment on function inspections.absent_inspectors(uuid, date) is
    'Inspectors of a draw who cannot go: no account with which they could, or no entry in use with a valid certificate';
  revoke execute on function inspections.absent_inspectors(uuid, date) from public;
  grant execute on function inspections.absent_inspectors(uuid, date) to zhaoguan_app;
`;

/** A team changes by a stand-in that is written down, and in no other way. */
const TEAMS = `
  create function inspections.team_follows_stand_in() returns trigger language plpgsql as $$
  begin
    if new.assignees = (
         select array_replace(old.assignees, l.person_id, j.person_id)
           from inspections.draw_stand_in s
           join inspections.draw_inspector l on l.draw_id = s.draw_id and l.certificate_number = s.left_number
           join inspections.draw_inspector j on j.draw_id = s.draw_id and j.certificate_number = s.joined_number
          where s.task_id = new.id order by s.seq desc limit 1)
       and new.assignees = array(select (m.member ->> 'personId')::uuid
                                   from jsonb_array_elements(new.team) with ordinality as m(member, place)
                                  order by m.place) then
      return new;
    end if;
    raise exception 'the team of task % changes by a stand-in only', new.id using errcode = 'restrict_violation';
  end $$;
  create trigger task_team_follows_stand_in before update on inspections.task for each row
    when ((old.team, old.assignees) is distinct from (new.team, new.assignees))
    execute function inspections.team_follows_stand_in();

  create function inspections.result_follows_stand_in() returns trigger language plpgsql as $$
  begin
    if old.status = 'PENDING' and new.members = (select t.assignees from inspections.task t where t.id = new.task_id)
       and exists (select from inspections.draw_stand_in s where s.task_id = new.task_id) then
      return new;
    end if;
    raise exception 'the team of result % changes by a stand-in only', new.id using errcode = 'restrict_violation';
  end $$;
  create trigger result_team_follows_stand_in before update on inspections.result for each row
    when ((old.members, old.certificate_numbers) is distinct from (new.members, new.certificate_numbers))
    execute function inspections.result_follows_stand_in();

  -- An index over the teams, not a record of its own: the record is draw_stand_in.
  create function inspections.exchange_members() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    delete from inspections.task_member m where m.task_id = new.id and m.person_id <> all (new.assignees);
    insert into inspections.task_member (person_id, task_id)
      select distinct member, new.id from unnest(new.assignees) as member on conflict do nothing;
    return null;
  end $$;
  revoke execute on function inspections.exchange_members() from public;
  drop trigger task_member_append_only on inspections.task_member;
  create trigger task_member_append_only before update or truncate on inspections.task_member
    for each statement execute function platform.refuse_change();
  create trigger task_member_follows before delete on inspections.task_member
    for each statement when (pg_trigger_depth() = 0) execute function platform.refuse_change();
  create trigger task_members_follow after update on inspections.task for each row
    when (old.assignees is distinct from new.assignees)
    execute function inspections.exchange_members();

  grant update (team, assignees) on inspections.task to zhaoguan_app;
  grant update (members, certificate_numbers) on inspections.result to zhaoguan_app;
`;

const GONE = `('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED')`;

/**
 * One more kind of work at the end of those there are. An inspection that is not begun is named by its plan: which
 * institution was drawn is still a secret.
 */
const WAITING = `
  do $$ begin
    execute 'create or replace view inspections.work_item with (security_invoker = true) as '
      || rtrim(pg_get_viewdef('inspections.work_item'), ';') || $branch$
    union all
    select 'INSPECTOR_TO_REPLACE', 'inspection-task', t.id,
           case when t.status = 'ASSIGNED' then t.plan_title else t.institution_name end,
           '检查人员不能参加检查', t.district, null, coalesce(t.submitted_at, t.started_at, t.created_at),
           date 'infinity', t.due_on, 'task.replace', platform.lead_department(t.kind), null::uuid, t.assignees
      from inspections.draw d
     cross join lateral (
       select distinct on (t.id) t.*
         from inspections.absent_inspectors(d.id, (now() at time zone 'Asia/Shanghai')::date) a
         join inspections.task_member m on m.person_id = a.person_id
         join inspections.task t on t.id = m.task_id and t.draw_id = d.id
        where t.status in ('ASSIGNED', 'IN_PROGRESS')
           or (t.status = 'SUBMITTED' and t.co_signed_by is null and t.submitted_by <> a.person_id
               and t.result_code in ${GONE}
               and exists (select from inspections.result r where r.id = t.result_id and r.status = 'PENDING'))
        order by t.id) as t
     where d.status = 'DRAWN'$branch$;
  end $$;
`;
