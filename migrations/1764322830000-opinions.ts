import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opinions of other departments on a filing (并联意见): what they are asked, until when, and what they say. */
export class Opinions1764322830000 implements MigrationInterface {
  name = 'Opinions1764322830000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    for (const table of ['opinion_transition', 'opinion_file']) {
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on filings.${table}
          for each statement execute function platform.refuse_change();
        alter table filings.${table} enable row level security;
        create policy ${table}_rights on filings.${table} to zhaoguan_app
          using (exists (select from filings.opinion o where o.id = opinion_id))
          with check (exists (select from filings.opinion o where o.id = opinion_id));
        grant select, insert on filings.${table} to zhaoguan_app;
      `);
    }
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${BRANCHES}$branch$;
      end $$;
      create view filings.opinion_facts with (security_invoker = true) as
        select id as opinion_id, filing_id, department, district, township, due_on, status, asked_by from filings.opinion;
      comment on view filings.opinion_facts is 'Who is asked for an opinion until when, without what is asked and said';
      grant select on filings.opinion_facts to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';'); begin
        for _ in 1..2 loop shown := regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', ''); end loop;
        execute 'create or replace view filings.work_item with (security_invoker = true) as ' || shown;
      end $$;
      drop view filings.opinion_facts;
      drop table filings.opinion_file, filings.opinion_transition, filings.opinion;
    `);
  }
}

const STATES = `('ASKED', 'ANSWERED', 'WITHDRAWN', 'WAIVED')`;

const TABLES = `
  create table filings.opinion (
    id uuid primary key,
    filing_id uuid not null references filings.filing,
    round integer not null check (round > 0),
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text references reference.district,
    department text not null,
    question text not null check (question <> ''),
    materials text[] not null,
    status text not null constraint opinion_status check (status in ${STATES}),
    due_on date not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    answer text check (answer in ('AGREE', 'DISAGREE', 'NO_OPINION')),
    reasons text,
    ended_by uuid,
    ended_at timestamptz,
    constraint opinion_answer check ((answer is not null) = (status = 'ANSWERED')),
    constraint opinion_reasons check (reasons is not null or status = 'ASKED' or answer in ('AGREE', 'NO_OPINION')),
    constraint opinion_ended check ((status = 'ASKED') = (ended_at is null) and (ended_at is null) = (ended_by is null))
  );
  comment on table filings.opinion is 'Opinions of other departments (并联意见) on what was handed in, each asked and answered once';
  create unique index opinion_open on filings.opinion (filing_id, department) where status = 'ASKED';
  create index opinion_filing on filings.opinion (filing_id, id);
  create index opinion_waiting on filings.opinion (district, due_on, id) where status = 'ASKED';
  create index opinion_department on filings.opinion (department, id desc);
  create trigger opinion_ends_once before update on filings.opinion for each row
    when (old.status <> 'ASKED' or (old.id, old.filing_id, old.department, old.question, old.materials, old.due_on, old.asked_by, old.asked_at)
      is distinct from (new.id, new.filing_id, new.department, new.question, new.materials, new.due_on, new.asked_by, new.asked_at))
    execute function platform.refuse_rewriting();
  alter table filings.opinion enable row level security;
  create policy opinion_rights on filings.opinion to zhaoguan_app
    using (exists (select from filings.filing f where f.id = filing_id))
    with check (exists (select from filings.filing f where f.id = filing_id));
  grant select, insert on filings.opinion to zhaoguan_app;
  grant update (status, answer, reasons, ended_by, ended_at) on filings.opinion to zhaoguan_app;

  create table filings.opinion_transition (
    opinion_id uuid not null references filings.opinion,
    seq integer not null check (seq > 0),
    action text not null check (action in ('answer', 'withdraw', 'waive')),
    from_status text not null check (from_status in ${STATES}),
    to_status text not null check (to_status in ${STATES}),
    actor_id uuid not null,
    at timestamptz not null,
    reason text,
    primary key (opinion_id, seq)
  );
  comment on table filings.opinion_transition is 'What became of an opinion that was asked; the fold is opinion.status';

  create table filings.opinion_file (
    file_id uuid primary key references platform.stored_file,
    opinion_id uuid not null references filings.opinion,
    at timestamptz not null
  );
  create index opinion_file_of on filings.opinion_file (opinion_id);
  comment on table filings.opinion_file is 'Files that a department puts beside its answer; append-only';
`;

/** What is not answered in time waits for the authority as well: it asks again, or decides without it. */
const BRANCHES = `
  union all
  select 'FILING_OPINION_TO_ANSWER', 'filing-opinion', o.id, f.name, '备案征求意见', o.district, o.township, o.asked_at,
         date 'infinity', o.due_on, 'opinion.answer', o.department, null::uuid, '{}'::uuid[]
    from filings.opinion o join filings.filing f on f.id = o.filing_id
   where o.status = 'ASKED'
  union all
  select 'FILING_OPINION_OVERDUE', 'filing', o.filing_id, f.name, '征求的意见逾期没有答复', o.district, o.township,
         (o.due_on + 1)::timestamp at time zone 'Asia/Shanghai', date 'infinity', date 'infinity', 'filing.consult',
         platform.lead_department(o.kind), null::uuid, '{}'::uuid[]
    from filings.opinion o join filings.filing f on f.id = o.filing_id
   where o.status = 'ASKED'`;
