import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verification on the spot (现场核查) of what was filed, with its acts and what each visit found. */
export class Verifications1764322820000 implements MigrationInterface {
  name = 'Verifications1764322820000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    for (const table of ['verification_transition', 'verification_visit', 'verification_file']) {
      // Who sees the verification sees its parts: the subquery runs under the policy of the verification.
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on filings.${table}
          for each statement execute function platform.refuse_change();
        alter table filings.${table} enable row level security;
        create policy ${table}_rights on filings.${table} to zhaoguan_app
          using (exists (select from filings.verification v where v.id = verification_id))
          with check (exists (select from filings.verification v where v.id = verification_id));
        grant select, insert on filings.${table} to zhaoguan_app;
      `);
    }
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${BRANCHES}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';'); begin
        for _ in 1..3 loop shown := regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', ''); end loop;
        execute 'create or replace view filings.work_item with (security_invoker = true) as ' || shown;
      end $$;
      drop table filings.verification_file, filings.verification_visit, filings.verification_transition, filings.verification;
    `);
  }
}

const STATES = `('OPEN', 'MISMATCH_FOUND', 'RECHECK', 'VERIFIED', 'CANCELLED')`;

const TABLES = `
  create table filings.verification (
    id uuid primary key,
    filing_id uuid not null unique references filings.filing,
    institution_id uuid not null references institutions.institution,
    applicant_id uuid not null references access.person,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text references reference.district,
    status text not null constraint verification_status check (status in ${STATES}),
    due_on date,
    correct_by date,
    opened_at timestamptz not null,
    since timestamptz not null,
    constraint verification_due check ((due_on is not null) = (status in ('OPEN', 'RECHECK'))),
    constraint verification_correct_by check ((correct_by is not null) = (status = 'MISMATCH_FOUND'))
  );
  comment on table filings.verification is
    'Verification on the spot (现场核查) of what was filed, one for a first filing and for each move';
  create index verification_institution on filings.verification (institution_id);
  create index verification_waiting on filings.verification (district, due_on, id) where status in ('OPEN', 'RECHECK');
  create index verification_mismatch on filings.verification (district, correct_by, id) where status = 'MISMATCH_FOUND';
  create index verification_applicant on filings.verification (applicant_id);
  alter table filings.verification enable row level security;
  create policy verification_rights on filings.verification to zhaoguan_app
    using (platform.is_actor(applicant_id) or platform.covers(coalesce(township, district)))
    with check (platform.is_actor(applicant_id) or platform.covers(coalesce(township, district)));
  grant select, insert on filings.verification to zhaoguan_app;
  grant update (status, due_on, correct_by, since) on filings.verification to zhaoguan_app;

  create table filings.verification_transition (
    verification_id uuid not null references filings.verification,
    seq integer not null check (seq > 0),
    action text not null check (action in ('confirm', 'mismatch', 'correct', 'amend', 'cancel')),
    from_status text not null check (from_status in ${STATES}),
    to_status text not null check (to_status in ${STATES}),
    actor_id uuid not null,
    at timestamptz not null,
    reason text,
    primary key (verification_id, seq)
  );
  comment on table filings.verification_transition is
    'What was done in a verification, one row an act; their fold is verification.status';

  create table filings.verification_visit (
    verification_id uuid not null,
    seq integer not null,
    visited_on date not null,
    officers text[] not null check (cardinality(officers) >= 2),
    facts jsonb not null,
    note text,
    files uuid[] not null,
    primary key (verification_id, seq),
    foreign key (verification_id, seq) references filings.verification_transition
  );
  comment on table filings.verification_visit is
    'What two officials or more found on the spot, item by item, as it was filed and as it is; append-only';
  comment on column filings.verification_visit.files is 'Rows of filings.verification_file that belong to it';

  create table filings.verification_file (
    file_id uuid primary key references platform.stored_file,
    verification_id uuid not null references filings.verification,
    uploaded_by uuid not null,
    at timestamptz not null
  );
  create index verification_file_of on filings.verification_file (verification_id);
  comment on table filings.verification_file is
    'Photos of a visit, and papers by which the applicant shows that a mismatch was put right; append-only';
`;

/** A mismatch that nobody put right in time waits for the authority again. */
const BRANCHES = `
  union all
  select 'FILING_TO_VERIFY', 'filing', v.filing_id, f.name,
         case v.status when 'OPEN' then '备案以后的现场核查' else '申请人已改正或者变更，待复核' end, v.district, v.township,
         v.since, date 'infinity', v.due_on, 'filing.verify', platform.lead_department(v.kind), null::uuid, '{}'::uuid[]
    from filings.verification v join filings.filing f on f.id = v.filing_id
   where v.status in ('OPEN', 'RECHECK')
  union all
  select 'FILING_MISMATCH_TO_CORRECT', 'filing', v.filing_id, f.name, '现场核查与备案不一致，请办理变更备案或者改正',
         v.district, v.township, v.since, date 'infinity', v.correct_by, 'filing.file', null, v.applicant_id, '{}'::uuid[]
    from filings.verification v join filings.filing f on f.id = v.filing_id
   where v.status = 'MISMATCH_FOUND'
  union all
  select 'FILING_MISMATCH_OVERDUE', 'filing', v.filing_id, f.name, '核查不一致，期限内没有变更备案，也没有改正',
         v.district, v.township, (v.correct_by + 1)::timestamp at time zone 'Asia/Shanghai', date 'infinity',
         date 'infinity', 'filing.verify', platform.lead_department(v.kind), null::uuid, '{}'::uuid[]
    from filings.verification v join filings.filing f on f.id = v.filing_id
   where v.status = 'MISMATCH_FOUND'`;
