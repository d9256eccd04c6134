import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Suspension, resumption and closure (暂停、恢复、终止服务): each is filed, accepted, and comes into force on its day. The steps of
 * an institution are append-only; only that one has come into force is added, once.
 */
export class StatusSteps1764322500000 implements MigrationInterface {
  name = 'StatusSteps1764322500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing
        drop constraint filing_type_check,
        add constraint filing_type_check check (
          type in ('INITIAL', 'CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE'));
    `);
    await db.query(STEPS);
    await db.query(TAKEN);
    await db.query(IN_WORDS);
    await db.query(reworded(ROUND, NAMED));
    await db.query(facts('create or replace view', ', type'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(reworded(NAMED, ROUND));
    await db.query(`drop view filings.filing_facts; ${facts('create view', '')} ${FACTS_SAID}`);
    await db.query(`
      drop function filings.type_in_words(text);
      drop function institutions.is_site_taken(text, text, text, text);
      drop view institutions.status_step_public;
      drop table institutions.status_step;
      alter table filings.filing
        drop constraint filing_type_check,
        add constraint filing_type_check check (type in ('INITIAL', 'CHANGE', 'SUSPENSION', 'CLOSURE'));
    `);
  }
}

const STEPS = `
  create table institutions.status_step (
    id uuid primary key,
    institution_id uuid not null references institutions.institution,
    action text not null check (action in ('suspend', 'resume', 'close')),
    from_status text not null check (from_status in ('OPERATING', 'SUSPENDED')),
    to_status text not null check (to_status in ('OPERATING', 'SUSPENDED', 'CLOSED')),
    effective_on date not null,
    filing_id uuid not null unique,
    decided_by uuid not null,
    decided_at timestamptz not null,
    applied_at timestamptz
  );
  create index status_step_institution on institutions.status_step (institution_id, id desc);
  create index status_step_due on institutions.status_step (effective_on, id) where applied_at is null;
  create unique index status_step_pending on institutions.status_step (institution_id) where applied_at is null;
  comment on table institutions.status_step is
    'Suspensions, resumptions and closures (暂停、恢复、终止) that were accepted, each in force from its day on';

  create trigger status_step_stays before delete or truncate on institutions.status_step
    for each statement execute function platform.refuse_rewriting();
  create trigger status_step_applied_once before update on institutions.status_step for each row
    when (old.applied_at is not null
      or (old.id, old.institution_id, old.action, old.from_status, old.to_status, old.effective_on, old.filing_id,
          old.decided_by, old.decided_at)
         is distinct from (new.id, new.institution_id, new.action, new.from_status, new.to_status, new.effective_on,
          new.filing_id, new.decided_by, new.decided_at))
    execute function platform.refuse_rewriting();

  alter table institutions.status_step enable row level security;
  create policy status_step_rights on institutions.status_step to zhaoguan_app
    using (exists (select from institutions.institution i where i.id = institution_id))
    with check (exists (select from institutions.institution i where i.id = institution_id));
  grant select, insert on institutions.status_step to zhaoguan_app;
  grant update (applied_at) on institutions.status_step to zhaoguan_app;

  create view institutions.status_step_public as
    select s.institution_id, s.action, s.effective_on, s.applied_at is not null as in_force
      from institutions.status_step s
     where not exists (select from institutions.status_step l
                        where l.institution_id = s.institution_id and l.decided_at > s.decided_at);
  comment on view institutions.status_step_public is 'The last suspension, resumption or closure of each institution';
  grant select on institutions.status_step_public to zhaoguan_public;
`;

/** An applicant learns before the authority has the work that the site needs no first filing. */
const TAKEN = `
  create function institutions.is_site_taken(of_kind text, code text, place text, site text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
      select exists (select from institutions.institution i
                      where i.uscc = code and i.district = place and i.address_key = platform.address_key(site)
                        and i.status <> 'CLOSED'
                        and not (i.kind = of_kind and i.source = 'IMPORT' and i.operator_id is null))
    $$;
  comment on function institutions.is_site_taken(text, text, text, text) is
    'Whether somebody has filed for a site already';
  revoke execute on function institutions.is_site_taken(text, text, text, text) from public;
  grant execute on function institutions.is_site_taken(text, text, text, text) to zhaoguan_app;
`;

/** A desk tells at once whether somebody begins, changes, stops or ends. */
const IN_WORDS = `
  create function filings.type_in_words(type text) returns text
    language sql immutable set search_path = pg_catalog as $$
      select case type when 'CHANGE' then '变更备案，' when 'SUSPENSION' then '暂停服务，'
                       when 'RESUMPTION' then '恢复服务，' when 'CLOSURE' then '终止服务，' else '' end
    $$;
  comment on function filings.type_in_words(text) is 'What a filing is about, before what is said of it; nothing for a first one';
  revoke execute on function filings.type_in_words(text) from public;
  grant execute on function filings.type_in_words(text) to zhaoguan_app;
`;

const ROUND = `(('第'::text || filing.round) || '次提交'::text)`;
const NAMED = `(((filings.type_in_words(filing.type) || '第'::text) || filing.round) || '次提交'::text)`;
const reworded = (was: string, now: string): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';');
  begin
    if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || replace(shown, $was$${was}$was$, $now$${now}$now$);
  end $$;
`;

const facts = (create: string, more: string): string => `
  ${create} filings.filing_facts with (security_invoker = true) as
    select id as filing_id, applicant_id, kind, name, district, township, status, filing_number, due_on, submitted_at,
           case when status in ('ACCEPTED', 'REFUSED') then updated_at end as decided_at${more}
      from filings.filing;
`;
const FACTS_SAID = `
  comment on view filings.filing_facts is
    'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision';
  grant select on filings.filing_facts to zhaoguan_app;
`;
