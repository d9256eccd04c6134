import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Once an institution has ended (终止服务), its office looks whether those who lived there are placed and the fees are given back, and
 * records what it found. What it is about stands in the row that waits, so that a list of work reads nothing else.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export class ClosuresFollowedUp1764910000010 implements MigrationInterface {
  name = 'ClosuresFollowedUp1764910000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(AHEAD);
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${BRANCH}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';'); begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', '');
      end $$;
      drop table filings.closure_record, filings.closure_follow_up;
    `);
  }
}

const STATES = `('OPEN', 'UNSETTLED', 'SETTLED')`;
const COVERED = `platform.is_actor(applicant_id) or platform.covers(coalesce(township, district))`;
const SEEN = `exists (select from filings.closure_follow_up c where c.filing_id = closure_record.filing_id)`;

const TABLES = `
  create table filings.closure_follow_up (
    filing_id uuid primary key references filings.filing,
    institution_id uuid not null references institutions.institution,
    applicant_id uuid not null references access.person,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text references reference.district,
    filing_name text not null,
    ends_on date not null,
    status text not null constraint closure_follow_up_status check (status in ${STATES}),
    due_on date,
    since timestamptz not null,
    constraint closure_follow_up_due check ((due_on is not null) = (status <> 'SETTLED'))
  );
  comment on table filings.closure_follow_up is
    'Whether everybody is placed and the fees are given back once an institution has ended (终止后续核实), one for a closure that was accepted';
  comment on column filings.closure_follow_up.district is 'Of the authority that has the filing, as is the township';
  comment on column filings.closure_follow_up.since is 'From when on it waits: the day of the end, or the acceptance after it';
  create index closure_follow_up_institution on filings.closure_follow_up (institution_id);
  create index closure_follow_up_applicant on filings.closure_follow_up (applicant_id);
  create index closure_follow_up_waiting on filings.closure_follow_up (district, due_on, filing_id) where status <> 'SETTLED';
  alter table filings.closure_follow_up enable row level security;
  create policy closure_follow_up_rights on filings.closure_follow_up to zhaoguan_app using (${COVERED}) with check (${COVERED});
  grant select, insert on filings.closure_follow_up to zhaoguan_app;
  grant update (status, due_on) on filings.closure_follow_up to zhaoguan_app;

  create table filings.closure_record (
    filing_id uuid not null references filings.closure_follow_up,
    seq integer not null check (seq > 0),
    action text not null check (action in ('settle', 'remain', 'correct', 'reopen')),
    from_status text not null check (from_status in ${STATES}),
    to_status text not null check (to_status in ${STATES}),
    checked_on date not null,
    placed text not null check (placed in ('ALL', 'NOT_ALL', 'NOBODY')),
    refunded text not null check (refunded in ('ALL', 'NOT_ALL', 'NOTHING')),
    words text,
    reason text,
    actor_id uuid not null,
    at timestamptz not null,
    primary key (filing_id, seq),
    constraint closure_record_said check ((to_status = 'SETTLED') = (placed <> 'NOT_ALL' and refunded <> 'NOT_ALL')
      and (to_status = 'SETTLED' or words ~ '[^[:space:]]')),
    constraint closure_record_why check (action in ('settle', 'remain') or reason ~ '[^[:space:]]')
  );
  comment on table filings.closure_record is
    'What an official found of those who lived there and of the fees; append-only, corrected by another one; their fold is closure_follow_up.status';
  create trigger closure_record_append_only before update or delete or truncate on filings.closure_record
    for each statement execute function platform.refuse_change();
  create trigger closure_record_is_a_hand after insert on filings.closure_record for each row
    execute function filings.note_hand('filing_id', 'actor_id');
  alter table filings.closure_record enable row level security;
  create policy closure_record_rights on filings.closure_record to zhaoguan_app using (${SEEN}) with check (${SEEN});
  grant select, insert on filings.closure_record to zhaoguan_app;
`;

/** What was accepted before and has not ended yet; ten working days, as nearly as the days of rest let a statement say it. */
const AHEAD = `
  insert into filings.closure_follow_up
         (filing_id, institution_id, applicant_id, kind, district, township, filing_name, ends_on, status, due_on, since)
  select f.id, f.institution_id, f.applicant_id, f.kind, coalesce(f.authority, f.district),
         case when f.authority is null then f.township end, f.name, e.on_day, 'OPEN', e.on_day + 14,
         e.on_day::timestamp at time zone 'Asia/Shanghai'
    from filings.filing f
   cross join lateral (select (f.application #>> '{notice,startsOn}')::date as on_day) e
   where f.type = 'CLOSURE' and f.status = 'ACCEPTED' and e.on_day >= (now() at time zone 'Asia/Shanghai')::date;
`;

const BRANCH = `
  union all
  select 'FILING_CLOSURE_TO_CHECK', 'filing', c.filing_id, c.filing_name,
         case c.status when 'OPEN' then '终止服务后的人员安置、费用退还' else '人员安置或者费用退还尚未完成，请继续跟进' end,
         c.district, c.township, c.since, date 'infinity', c.due_on, 'filing.verify', platform.lead_department(c.kind), null::uuid,
         array(select m.id from filings.filing f
                cross join lateral unnest(array[f.applicant_id, f.entered_by, f.account_given_by]) m (id)
                where f.id = c.filing_id and m.id is not null)
    from filings.closure_follow_up c
   where c.status <> 'SETTLED'`;
