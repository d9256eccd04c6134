import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who of the authority conducts a filing (承办人). The steps by which a case comes to somebody are append-only; who conducts it
 * now is a row that the queue is filtered by. Officials alone see either.
 */
export class Assignments1764322800000 implements MigrationInterface {
  name = 'Assignments1764322800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(FACTS);
    await db.query(WAITING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || replace(regexp_replace(rtrim(pg_get_viewdef('filings.work_item'), ';'), 'UNION ALL(?!.*UNION ALL).*$', ''),
                     $was$${UNHELD}$was$, $now$${SUBMITTED}$now$);
      end $$;
      drop view filings.filing_facts;
      create view filings.filing_facts with (security_invoker = true) as ${factsOf('')};
      ${FACTS_SAID}
      drop table filings.case_holder;
      drop table filings.assignment;
    `);
  }
}

const SEEN_BY_OFFICIALS = `exists (select from filings.filing f
  where f.id = filing_id and f.status <> 'DRAFT' and platform.covers(coalesce(f.township, f.district)))`;

const TABLES = `
  create table filings.assignment (
    filing_id uuid not null references filings.filing,
    seq integer not null check (seq > 0),
    act text not null
      check (act in ('TAKEN', 'TAKEN_OVER', 'ASSIGNED', 'HANDED_OVER', 'RELEASED', 'DECIDED', 'LEFT')),
    person_id uuid,
    actor_id uuid not null,
    note text,
    at timestamptz not null,
    primary key (filing_id, seq),
    constraint assignment_person check ((person_id is null) = (act in ('RELEASED', 'LEFT'))),
    constraint assignment_note check (note is not null or act not in ('HANDED_OVER', 'RELEASED'))
  );
  comment on table filings.assignment is
    'How a case came to the official who conducts it (承办人), one row a step; append-only, for officials alone';
  create trigger assignment_append_only before update or delete or truncate on filings.assignment
    for each statement execute function platform.refuse_change();
  alter table filings.assignment enable row level security;
  create policy assignment_rights on filings.assignment to zhaoguan_app
    using (${SEEN_BY_OFFICIALS}) with check (${SEEN_BY_OFFICIALS});
  grant select, insert on filings.assignment to zhaoguan_app;

  create table filings.case_holder (
    filing_id uuid primary key references filings.filing,
    person_id uuid not null references access.person,
    since timestamptz not null
  );
  create index case_holder_person on filings.case_holder (person_id);
  comment on table filings.case_holder is
    'Who conducts a case now: the last step of filings.assignment; no row while it lies in the queue';
  alter table filings.case_holder enable row level security;
  create policy case_holder_rights on filings.case_holder to zhaoguan_app
    using (${SEEN_BY_OFFICIALS}) with check (${SEEN_BY_OFFICIALS});
  grant select, insert, update, delete on filings.case_holder to zhaoguan_app;
`;

const factsOf = (more: string): string => `
  select id as filing_id, applicant_id, kind, name, district, township, status, filing_number, due_on, submitted_at,
         case when status in ('ACCEPTED', 'REFUSED') then updated_at end as decided_at, type${more}
    from filings.filing`;
const FACTS_SAID = `
  comment on view filings.filing_facts is
    'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision';
  grant select on filings.filing_facts to zhaoguan_app;
`;
/** A subquery, not a join: who only counts filings does not pay for it. */
const FACTS = `
  create or replace view filings.filing_facts with (security_invoker = true) as
    ${factsOf(', (select h.person_id from filings.case_holder h where h.filing_id = filing.id) as holder_id')};
`;

const SUBMITTED = `(filing.status = 'SUBMITTED'::text)`;
const UNHELD = `((filing.status = 'SUBMITTED'::text) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = filing.id)))))`;

/** What somebody conducts waits for them alone; it is found from their row, not by looking at all that was handed in. */
const WAITING = `
  do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';');
  begin
    if strpos(shown, $was$${SUBMITTED}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || replace(shown, $was$${SUBMITTED}$was$, $now$${UNHELD}$now$) || $branch$
    union all
    select 'FILING_TO_DECIDE', 'filing', f.id, f.name, filings.type_in_words(f.type) || '第' || f.round || '次提交',
           f.district, f.township, f.submitted_at, date 'infinity', f.due_on, 'filing.accept',
           platform.lead_department(f.kind), h.person_id, '{}'::uuid[]
      from filings.case_holder h join filings.filing f on f.id = h.filing_id
     where f.status = 'SUBMITTED'$branch$;
  end $$;
`;
