import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ratings of the service (好差评) after each step of a filing, what the applicant adds to one (追评), and the follow-up that a bad
 * one opens (差评核实、整改、反馈). Who has acted on a filing sees none of its ratings: nobody is to fear for what they said.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 */
export class ServiceRatings1764323000000 implements MigrationInterface {
  name = 'ServiceRatings1764323000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(STEP_FACTS);
    await db.query(TABLES);
    await db.query(RIGHTS);
    await db.query(VIEWS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema feedback cascade; drop view filings.step_facts;');
  }
}

const STEP_FACTS = `
  create view filings.step_facts with (security_invoker = true) as
    select t.filing_id, t.seq as step, t.action, t.actor_id, t.at, f.applicant_id, f.kind, f.name, f.district, f.township,
           f.status
      from filings.transition t join filings.filing f on f.id = t.filing_id;
  comment on view filings.step_facts is 'What was done with a filing, with whose filing it is';
  grant select on filings.step_facts to zhaoguan_app;
`;

const LEVELS = `('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED')`;
const STATES = `('OPEN', 'CONTACTED', 'RESOLVED', 'UNFOUNDED')`;

const TABLES = `
  create schema feedback;
  grant usage on schema feedback to zhaoguan_app, zhaoguan_public;

  create table feedback.rating (
    id uuid primary key,
    filing_id uuid not null,
    step integer not null check (step > 0),
    action text not null check (action in ('submit', 'return', 'refuse', 'accept')),
    applicant_id uuid not null,
    official_id uuid,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null,
    township text,
    office text not null,
    level text not null check (level in ${LEVELS}),
    reasons text[] not null,
    words text check (char_length(words) <= 500),
    rated_at timestamptz not null,
    constraint rating_once unique (filing_id, step)
  );
  create index rating_office on feedback.rating (office, rated_at) include (level);
  create index rating_district on feedback.rating (district, rated_at);
  comment on table feedback.rating is 'How an applicant rated a step of a filing (好差评); append-only';
  comment on column feedback.rating.official_id is 'Who did the step; null where the applicant handed in';
  comment on column feedback.rating.office is 'Managing body whose service is rated, and for which kind, such as 610116/ELDERLY_CARE';
  comment on column feedback.rating.words is 'With resident ids and telephone numbers masked';

  create table feedback.addition (
    rating_id uuid primary key references feedback.rating,
    words text not null check (char_length(words) <= 500),
    unsettled boolean not null,
    added_at timestamptz not null
  );
  comment on table feedback.addition is 'What an applicant has added to a rating (追评), once; append-only';

  create table feedback.follow_up (
    id uuid primary key,
    rating_id uuid not null unique references feedback.rating,
    filing_id uuid not null,
    applicant_id uuid not null,
    kind text not null,
    district text not null,
    township text,
    office text not null,
    status text not null check (status in ${STATES}),
    opened_at timestamptz not null,
    due_on date not null,
    ended_at timestamptz,
    version integer not null check (version > 0),
    constraint follow_up_ended check ((ended_at is not null) = (status in ('RESOLVED', 'UNFOUNDED')))
  );
  create index follow_up_open on feedback.follow_up (district, due_on, id) where status in ('OPEN', 'CONTACTED');
  create index follow_up_list on feedback.follow_up (id desc, status);
  comment on table feedback.follow_up is 'What is made of a bad rating (差评整改回访); the fold of its transitions is its status';

  create table feedback.follow_up_transition (
    follow_up_id uuid not null references feedback.follow_up,
    seq integer not null check (seq > 0),
    action text not null check (action in ('contact', 'resolve', 'dismiss', 'reopen')),
    from_state text not null check (from_state in ${STATES}),
    to_state text not null check (to_state in ${STATES}),
    actor_id uuid not null,
    at timestamptz not null,
    note text not null,
    primary key (follow_up_id, seq)
  );
  comment on table feedback.follow_up_transition is 'What was done about a bad rating, one row an act; append-only';
`;

/** Officials of the place, but for those who have done anything with the filing: rated or not, they decide about it. */
const SEEN = `platform.is_actor(applicant_id) or (platform.covers(coalesce(township, district)) and not exists (
    select from filings.transition t where t.filing_id = x.filing_id and platform.is_actor(t.actor_id)))`;
const seen = (table: string): string => SEEN.replace('x.filing_id', `${table}.filing_id`);

const appendOnly = (table: string): string => `
  create trigger ${table}_append_only before update or delete or truncate on feedback.${table}
    for each statement execute function platform.refuse_change();
  alter table feedback.${table} enable row level security;
  grant select, insert on feedback.${table} to zhaoguan_app;
`;

const RIGHTS = `
  ${appendOnly('rating')}
  create policy rating_read on feedback.rating for select to zhaoguan_app using (${seen('rating')});
  create policy rating_give on feedback.rating for insert to zhaoguan_app with check (platform.is_actor(applicant_id));

  ${appendOnly('addition')}
  create policy addition_read on feedback.addition for select to zhaoguan_app
    using (exists (select from feedback.rating r where r.id = rating_id));
  create policy addition_give on feedback.addition for insert to zhaoguan_app
    with check (exists (select from feedback.rating r where r.id = rating_id and platform.is_actor(r.applicant_id)));

  alter table feedback.follow_up enable row level security;
  create policy follow_up_rights on feedback.follow_up to zhaoguan_app
    using (${seen('follow_up')}) with check (${seen('follow_up')});
  grant select, insert on feedback.follow_up to zhaoguan_app;
  grant update (status, due_on, ended_at, version) on feedback.follow_up to zhaoguan_app;
  create trigger follow_up_stays before delete or truncate on feedback.follow_up
    for each statement execute function platform.refuse_rewriting();

  ${appendOnly('follow_up_transition')}
  create policy follow_up_transition_rights on feedback.follow_up_transition to zhaoguan_app
    using (exists (select from feedback.follow_up f where f.id = follow_up_id))
    with check (exists (select from feedback.follow_up f where f.id = follow_up_id));
`;

const VIEWS = `
  create view feedback.work_item with (security_invoker = true) as
    select 'RATING_TO_FOLLOW_UP' as type, 'rating-follow-up' as subject_type, id as subject_id,
           '服务评价为差评，请回访核实' as title,
           case status when 'OPEN' then '尚未回访' else '已回访，尚未办结' end as detail, district, township,
           opened_at as since, date 'infinity' as until, due_on, 'rating.follow-up' as permission,
           platform.lead_department(kind) as department, null::uuid as assignee, '{}'::uuid[] as not_actors
      from feedback.follow_up where status in ('OPEN', 'CONTACTED');
  comment on view feedback.work_item is 'Bad ratings to follow up; they name no institution, whoever reads the list';
  grant select on feedback.work_item to zhaoguan_app;

  create view feedback.rating_facts with (security_invoker = true) as
    select r.id as rating_id, r.kind, r.district, r.township, r.office, r.level, r.rated_at, f.status as follow_up_status,
           f.due_on, f.ended_at
      from feedback.rating r left join feedback.follow_up f on f.rating_id = r.id;
  comment on view feedback.rating_facts is 'Ratings without who gave them for what';
  grant select on feedback.rating_facts to zhaoguan_app;

  create view feedback.follow_up_facts with (security_invoker = true) as
    select id as follow_up_id, applicant_id, filing_id, kind, district, township, status, due_on from feedback.follow_up;
  comment on view feedback.follow_up_facts is 'Follow-ups, for whom to tell';
  grant select on feedback.follow_up_facts to zhaoguan_app;

  create view feedback.rating_public as
    select r.office, r.level, r.rated_at, f.status is not distinct from 'UNFOUNDED' as unfounded,
           f.status is not null as followed_up, coalesce(f.status in ('RESOLVED', 'UNFOUNDED'), false) as ended,
           coalesce((f.ended_at at time zone 'Asia/Shanghai')::date <= f.due_on, false) as in_time
      from feedback.rating r left join feedback.follow_up f on f.rating_id = r.id;
  comment on view feedback.rating_public is 'Ratings by the office that was rated, for counting: nobody and nothing is named';
  grant select on feedback.rating_public to zhaoguan_public;
`;
