import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Removals of filings by the authority (注销备案、撤销备案): the case, its history, and what others read of it. */
export class Removals1764322610000 implements MigrationInterface {
  name = 'Removals1764322610000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(HISTORY);
    await db.query(RIGHTS);
    await db.query(FOR_WORK);
    await db.query(FOR_THE_PUBLIC);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema removals cascade');
  }
}

const CASES = `
  create schema removals;
  grant usage on schema removals to zhaoguan_app, zhaoguan_public;
  create table removals.number_series (
    series text primary key,
    last integer not null check (last > 0)
  );
  comment on table removals.number_series is
    'Last number of each series of decisions; taken in the transaction of the act, so a series has no gaps';

  create table removals.removal (
    id uuid primary key,
    type text not null check (type in ('CANCELLATION', 'REVOCATION')),
    ground jsonb not null,
    institution_id uuid not null references institutions.institution,
    institution_name text not null,
    uscc text not null,
    filing_number text not null,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text,
    authority_name text not null,
    status text not null
      check (status IN ('OPENED', 'NOTICED', 'STATED', 'PROPOSED', 'DECIDED', 'DROPPED', 'ANNULLED')),
    clue text not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    due_on date,
    notice_facts text,
    notice_service text check (notice_service in ('ONLINE', 'DELIVERED', 'ANNOUNCED')),
    notice_service_note text,
    served_on date,
    statement_until date,
    noticed_by uuid,
    noticed_at timestamptz,
    proposal text,
    statement_review text,
    proposed_by uuid,
    decision_number text unique,
    decided_by uuid,
    decided_on date,
    decided_at timestamptz,
    reconsideration_until date,
    litigation_until date,
    annulment_document text,
    annulled_on date,
    version integer not null,
    constraint removal_noticed check (num_nonnulls(notice_facts, notice_service, served_on, statement_until, noticed_by, noticed_at) in (0, 6)
      and (notice_facts is not null or status in ('OPENED', 'DROPPED'))),
    constraint removal_proposed check ((proposal is null) = (proposed_by is null)
      and (proposal is not null or status not in ('PROPOSED', 'DECIDED', 'ANNULLED'))),
    constraint removal_decided check (
      num_nonnulls(decision_number, decided_by, decided_on, decided_at, reconsideration_until, litigation_until) in (0, 6)
      and (decision_number is not null) = (status in ('DECIDED', 'ANNULLED'))),
    constraint removal_annulled check (
      num_nonnulls(annulment_document, annulled_on) = case when status = 'ANNULLED' then 2 else 0 end),
    constraint removal_term check ((due_on is null) = (status in ('DECIDED', 'DROPPED', 'ANNULLED'))),
    annulled_by uuid,
    constraint removal_annulled_by_another check (annulled_by <> decided_by),
    constraint removal_by_another check (decided_by is null or decided_by not in (opened_by, noticed_by, proposed_by))
  );
  comment on table removals.removal is 'Removals of filings by the authority (注销备案、撤销备案); the current state of each';
  comment on column removals.removal.ground is 'The ground as it stood when the case was opened (row of removal-grounds)';
  comment on constraint removal_by_another on removals.removal is 'Whoever has worked on a case does not decide it';
  create unique index removal_open on removals.removal (institution_id)
    where status in ('OPENED', 'NOTICED', 'STATED', 'PROPOSED');
  create index removal_place on removals.removal (district, kind, id desc);
  create index removal_institution on removals.removal (institution_id, id desc);
  create index removal_due on removals.removal (district, due_on, id) where due_on is not null;
  create index removal_decided_at on removals.removal (decided_at desc, id desc) where decision_number is not null;
  create index removal_announced on removals.removal (noticed_at desc, id desc)
    where notice_service = 'ANNOUNCED' and status in ('NOTICED', 'STATED', 'PROPOSED');

  create trigger removal_stays before delete or truncate on removals.removal
    for each statement execute function platform.refuse_rewriting();
  create trigger removal_keeps_decision before update on removals.removal for each row
    when (old.decision_number is not null
      and (old.type, old.ground, old.institution_id, old.filing_number, old.notice_facts, old.proposal, old.statement_review,
           old.decision_number, old.decided_by, old.decided_on)
          is distinct from (new.type, new.ground, new.institution_id, new.filing_number, new.notice_facts, new.proposal,
           new.statement_review, new.decision_number, new.decided_by, new.decided_on)
      or old.status in ('DROPPED', 'ANNULLED'))
    execute function platform.refuse_rewriting();
`;

const HISTORY = `
  create table removals.transition (
    removal_id uuid not null references removals.removal,
    seq integer not null check (seq > 0),
    action text not null,
    from_state text not null,
    to_state text not null,
    reason text,
    actor_id uuid not null,
    at timestamptz not null,
    primary key (removal_id, seq)
  );
  comment on table removals.transition is 'History of each removal; its fold is the status';
  create table removals.statement (
    id uuid primary key,
    removal_id uuid not null references removals.removal,
    nature text not null check (nature in ('STATEMENT', 'WAIVER')),
    channel text not null check (channel in ('PARTY', 'RECORDED')),
    text text not null,
    file_ids uuid[] not null,
    made_by uuid not null,
    made_at timestamptz not null
  );
  create index statement_removal on removals.statement (removal_id, id);
  comment on table removals.statement is 'What the institution said (陈述申辩), or that it waived it';
  create table removals.file (
    id uuid primary key references platform.stored_file,
    removal_id uuid not null references removals.removal,
    purpose text not null check (purpose in ('EVIDENCE', 'STATEMENT')),
    sm3 char(64) not null,
    size bigint not null,
    media_type text not null,
    name text not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null
  );
  create index file_removal on removals.file (removal_id, id);
  comment on table removals.file is
    'Evidence of the authority, and what an institution puts beside its statement; officials read what a statement names';

  create trigger transition_append_only before update or delete or truncate on removals.transition
    for each statement execute function platform.refuse_change();
  create trigger statement_append_only before update or delete or truncate on removals.statement
    for each statement execute function platform.refuse_change();
  create trigger file_append_only before update or delete or truncate on removals.file
    for each statement execute function platform.refuse_change();
`;

const SEEN = `(platform.covers(coalesce(township, district))
    or (notice_facts is not null and removals.is_operator(institution_id)))`;

/** The institution sees its case from the notice on. */
const RIGHTS = `
  create function removals.worked_on(removal uuid) returns uuid[]
    language sql stable parallel safe set search_path = pg_catalog
    return array(
      select r.opened_by from removals.removal r where r.id = removal
      union select t.actor_id from removals.transition t
        where t.removal_id = removal and t.action not in ('state', 'sendBack', 'decide', 'annul')
      union select f.uploaded_by from removals.file f where f.removal_id = removal and f.purpose = 'EVIDENCE');
  comment on function removals.worked_on(uuid) is
    'Whoever has opened a case, done an act of the office in it or uploaded evidence; they do not decide it';
  create function removals.is_waived(removal uuid, noticed timestamptz) returns boolean
    language sql stable parallel safe set search_path = pg_catalog
    return exists (select from removals.statement s
                    where s.removal_id = removal and s.nature = 'WAIVER' and s.channel = 'PARTY' and s.made_at >= noticed);
  comment on function removals.is_waived(uuid, timestamptz) is
    'Whether the institution itself has waived its answer since the notice';
  revoke execute on function removals.worked_on(uuid), removals.is_waived(uuid, timestamptz) from public;
  grant execute on function removals.worked_on(uuid), removals.is_waived(uuid, timestamptz) to zhaoguan_app;
  create function removals.is_operator(institution uuid) returns boolean
    language sql stable parallel safe
    return exists (select from institutions.institution i where i.id = institution and platform.is_actor(i.operator_id));
  comment on function removals.is_operator(uuid) is 'Whether the bound actor files for this institution';
  alter table removals.removal enable row level security;
  create policy removal_rights on removals.removal to zhaoguan_app using ${SEEN} with check ${SEEN};
  alter table removals.transition enable row level security;
  create policy transition_rights on removals.transition to zhaoguan_app
    using (exists (select from removals.removal r where r.id = removal_id));
  alter table removals.statement enable row level security;
  create policy statement_rights on removals.statement to zhaoguan_app
    using (exists (select from removals.removal r where r.id = removal_id));
  alter table removals.file enable row level security;
  create policy file_rights on removals.file to zhaoguan_app
    using (exists (select from removals.removal r where r.id = removal_id))
    with check (platform.is_actor(uploaded_by) and exists (select from removals.removal r where r.id = removal_id));
  grant select, insert, update on removals.number_series, removals.removal to zhaoguan_app;
  grant select, insert on removals.transition, removals.statement, removals.file to zhaoguan_app;
`;

const office = (
  type: string,
  permission: string,
  since: string,
  where: string,
  notActors: string,
): string => `
  select '${type}' as type, 'removal' as subject_type, r.id as subject_id, r.institution_name as title,
         case r.type when 'CANCELLATION' then '注销备案' else '撤销备案' end || '，' || (r.ground ->> 'label') as detail,
         r.district, r.township, ${since} as since, 'infinity'::date as until, r.due_on, '${permission}' as permission,
         platform.lead_department(r.kind) as department, null::uuid as assignee, ${notActors} as not_actors
    from removals.removal r where ${where}`;
const AS_OF = (day: string): string => `((${day})::timestamp at time zone 'Asia/Shanghai')`;
const LAST_ACT = '(select max(t.at) from removals.transition t where t.removal_id = r.id)';

const FOR_WORK = `
  create view removals.work_item with (security_invoker = true) as
  ${office('REMOVAL_TO_NOTICE', 'removal.manage', `coalesce(${LAST_ACT}, r.opened_at)`, `r.status = 'OPENED'`, `'{}'::uuid[]`)}
  union all
  ${office('REMOVAL_TO_PROPOSE', 'removal.manage', AS_OF('r.statement_until + 1'), `r.status = 'NOTICED'`, `'{}'::uuid[]`)}
  union all
  ${office('REMOVAL_TO_PROPOSE', 'removal.manage', LAST_ACT, `r.status = 'STATED'`, `'{}'::uuid[]`)}
  union all
  ${office('REMOVAL_TO_DECIDE', 'removal.decide', LAST_ACT, `r.status = 'PROPOSED'`, 'removals.worked_on(r.id)')}
  union all
  select 'REMOVAL_TO_ANSWER', 'removal', r.id, r.institution_name,
         case r.type when 'CANCELLATION' then '注销备案' else '撤销备案' end || '，' || (r.ground ->> 'label'),
         r.district, null, ${LAST_ACT}, 'infinity'::date, r.statement_until, 'removal.state', null, i.operator_id, '{}'::uuid[]
    from institutions.institution i join removals.removal r on r.institution_id = i.id
   where r.status = 'NOTICED' and i.operator_id is not null;
  comment on view removals.work_item is 'What waits in removals of filings';
  create view removals.removal_facts with (security_invoker = true) as
    select id as removal_id, institution_id, type, kind, district, township, status, statement_until, decision_number,
           removals.worked_on(id) as worked_on
      from removals.removal;
  comment on view removals.removal_facts is 'Removals without what was said in them';
  grant select on removals.work_item, removals.removal_facts to zhaoguan_app;
`;

/** No free text: the ground in the words of the list, which name nobody. */
const FOR_THE_PUBLIC = `
  create view removals.removal_public as
    select id, type, institution_id, institution_name, uscc, filing_number, kind, district, township, authority_name,
           ground ->> 'label' as ground, ground -> 'basis' ->> 'law' as law, decision_number, decided_on, decided_at, annulled_on
      from removals.removal where decision_number is not null;
  comment on view removals.removal_public is 'Decisions that ended a filing, and those of them that were annulled';
  create view removals.announcement_public as
    select id, type, institution_id, institution_name, uscc, filing_number, kind, district, township, authority_name,
           ground ->> 'label' as ground, ground -> 'basis' ->> 'law' as law, served_on, statement_until, noticed_at
      from removals.removal where notice_service = 'ANNOUNCED' and status in ('NOTICED', 'STATED', 'PROPOSED');
  comment on view removals.announcement_public is 'Notices given by announcement (公告送达), while the case goes on';
  grant select on removals.removal_public, removals.announcement_public to zhaoguan_public;
`;
