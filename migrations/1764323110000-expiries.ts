import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What institutions hold that ends on a day (到期事项): watched, told, checked when it has ended. */
export class Expiries1764323110000 implements MigrationInterface {
  name = 'Expiries1764323110000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FACTS);
    await db.query(WATCHED);
    await db.query(RIGHTS);
    await db.query(FOR_WORK);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view staff.work_item;
      drop table staff.expiry_transition, staff.expiry;
      drop view institutions.expiry_facts;
    `);
  }
}

/** A text that is no day of the calendar ends nothing: a directory may have brought in anything. */
const FACTS = `
  create view institutions.expiry_facts with (security_invoker = true) as
    select i.id as institution_id, h.what as thing, h.what, h.day::date as ends_on
      from institutions.institution i
     cross join lateral (values
       ('LEASE', i.details ->> 'leaseEndsOn'),
       ('FIRE_PROOF', i.details -> 'particulars' ->> 'fireProofUntil'),
       ('FOOD_LICENCE', i.details -> 'particulars' ->> 'foodLicenceUntil'),
       ('HEALTH_CERTIFICATES', i.details -> 'particulars' ->> 'healthCertificatesUntil'),
       ('INSURANCE', i.details -> 'particulars' ->> 'insuranceEndsOn')) h (what, day)
     where i.status <> 'CLOSED' and case when h.day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then pg_input_is_valid(h.day, 'date') end;
  comment on view institutions.expiry_facts is 'What institutions have filed that ends on a day, of those that are not closed';
  grant select on institutions.expiry_facts to zhaoguan_app;
`;

const WATCHED = `
  create table staff.expiry (
    id uuid primary key,
    institution_id uuid not null references institutions.institution,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text,
    thing text not null,
    what text not null check (what in ('LEASE', 'FIRE_PROOF', 'FOOD_LICENCE', 'HEALTH_CERTIFICATES', 'INSURANCE',
      'STAFF_PROFESSIONAL', 'STAFF_HEALTH', 'STAFF_BACKGROUND', 'STAFF_TRAINING')),
    member_id uuid references staff.member,
    ends_on date not null,
    status text not null check (status IN ('WATCHED', 'EXPIRED', 'CHECKED', 'RENEWED', 'DROPPED')),
    stage smallint not null check (stage between 0 and 3),
    next_look_on date,
    finding text check (finding in ('RENEWED_UNFILED', 'NOT_RENEWED', 'NOT_NEEDED')),
    finding_note text,
    checked_on date,
    opened_at timestamptz not null,
    version integer not null,
    constraint expiry_look check (next_look_on is null or status = 'WATCHED'),
    constraint expiry_checked check (num_nonnulls(finding, finding_note, checked_on) in (0, 3)
      and (finding is not null or status <> 'CHECKED'))
  );
  comment on table staff.expiry is 'Days on which something that an institution holds ends (到期事项); one row a day, superseded by the next';
  comment on column staff.expiry.thing is 'What it is, of this institution: one row is open for it at a time';
  comment on column staff.expiry.stage is 'How many of its notices (90, 30 and 0 days before) are due and told';
  comment on column staff.expiry.next_look_on is 'The next day on which there is something to say or to do about it';
  create unique index expiry_open on staff.expiry (institution_id, thing) where status in ('WATCHED', 'EXPIRED', 'CHECKED');
  create index expiry_radar on staff.expiry (ends_on, id) where status in ('WATCHED', 'EXPIRED', 'CHECKED');
  create index expiry_place on staff.expiry (district, ends_on, id) where status in ('WATCHED', 'EXPIRED', 'CHECKED');
  create index expiry_look_on on staff.expiry (next_look_on, id) where next_look_on is not null;
  create index expiry_member on staff.expiry (member_id) where member_id is not null;
  create index expiry_to_check on staff.expiry (district, institution_id) where status = 'EXPIRED';
  create trigger expiry_stays before delete or truncate on staff.expiry
    for each statement execute function platform.refuse_rewriting();

  create table staff.expiry_transition (
    expiry_id uuid not null references staff.expiry,
    seq integer not null check (seq > 0),
    action text not null,
    from_state text not null,
    to_state text not null,
    finding text,
    reason text,
    actor_id uuid not null,
    at timestamptz not null,
    primary key (expiry_id, seq)
  );
  comment on table staff.expiry_transition is 'History of each; its fold is the status';
  create trigger expiry_transition_append_only before update or delete or truncate on staff.expiry_transition
    for each statement execute function platform.refuse_change();
`;

const SEEN = `(platform.covers(coalesce(township, district)) or exists (
    select from institutions.institution i where i.id = institution_id and platform.is_actor(i.operator_id)))`;

const RIGHTS = `
  alter table staff.expiry enable row level security;
  create policy expiry_rights on staff.expiry to zhaoguan_app using ${SEEN} with check ${SEEN};
  alter table staff.expiry_transition enable row level security;
  create policy expiry_transition_rights on staff.expiry_transition to zhaoguan_app
    using (exists (select from staff.expiry e where e.id = expiry_id));
  grant select, insert, update on staff.expiry to zhaoguan_app;
  grant select, insert on staff.expiry_transition to zhaoguan_app;
`;

/** One item an institution, however many things end: the page behind it shows each. */
const FOR_WORK = `
  create view staff.work_item with (security_invoker = true) as
  select 'EXPIRY_TO_CHECK' as type, 'expiry' as subject_type, i.id as subject_id, i.name as title,
         count(*) || ' 项已到期' as detail, i.district, i.township,
         (min(e.ends_on + 1)::timestamp at time zone 'Asia/Shanghai') as since, 'infinity'::date as until,
         null::date as due_on, 'expiry.check' as permission, platform.lead_department(i.kind) as department,
         null::uuid as assignee, '{}'::uuid[] as not_actors
    from staff.expiry e join institutions.institution i on i.id = e.institution_id
   where e.status = 'EXPIRED' group by i.id
  union all
  select 'EXPIRY_TO_RENEW', 'expiry', i.id, i.name,
         count(*) || ' 项需要续期，最早 ' || to_char(min(e.ends_on), 'YYYY-MM-DD') || ' 到期', i.district, null,
         min(e.opened_at), 'infinity'::date, null::date, 'expiry.read', null, i.operator_id, '{}'::uuid[]
    from institutions.institution i join staff.expiry e on e.institution_id = i.id
   where e.status in ('WATCHED', 'EXPIRED', 'CHECKED') and e.stage >= 2 and i.operator_id is not null
     and e.finding is distinct from 'NOT_NEEDED' group by i.id;
  comment on view staff.work_item is 'What waits because something ends: renewal by the institution, a check by the authority';
  grant select on staff.work_item to zhaoguan_app;
`;
