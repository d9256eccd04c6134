import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The term of a decision on a licence can be extended once (延长办理期限): asked for, and approved by somebody else. */
export class Extensions1764500000000 implements MigrationInterface {
  name = 'Extensions1764500000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await setActs(db, ACTS, DECISIONS);
    await db.query(`
      alter table filings.filing add column extended_from date,
        add constraint filing_extended check (extended_from is null or (regime = 'LICENCE' and extended_from < due_on));
      comment on column filings.filing.extended_from is
        'While a term that was extended runs: its last day before that; null for any other';
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${TO_DECIDE}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || regexp_replace(rtrim(pg_get_viewdef('filings.work_item'), ';'), 'UNION ALL\\s+SELECT ''EXTENSION_TO_DECIDE.*$', '');
      end $$;
      alter table filings.filing drop column extended_from;
    `);
    await setActs(db, ACTS.slice(0, -1), DECISIONS.slice(0, -1));
    await db.query('drop table filings.extension');
  }
}

const ACTS = ['submit', 'return', 'refuse', 'accept', 'lapse', 'abandon', 'extend'];
const DECISIONS = ['return', 'refuse', 'accept', 'extend'];

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The acts of filingProcess, and those of them that nobody does with what is their own. */
async function setActs(
  db: QueryRunner,
  acts: readonly string[],
  decisions: readonly string[],
): Promise<void> {
  await db.query(`
    alter table filings.transition drop constraint transition_action_check,
      add constraint transition_action_check check (action in (${list(acts)}));
    drop trigger transition_not_by_who_entered on filings.transition;
    create trigger transition_not_by_who_entered before insert on filings.transition for each row
      when (new.action in (${list(decisions)})) execute function filings.refuse_own_decision();
  `);
}

const STATES = `('ASKED', 'APPROVED', 'DECLINED', 'LAPSED')`;

const TABLE = `
  create table filings.extension (
    id uuid primary key,
    filing_id uuid not null references filings.filing,
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text references reference.district,
    reason text not null check (reason <> ''),
    status text not null constraint extension_status check (status in ${STATES}),
    days integer not null check (days > 0),
    due_before date not null,
    due_after date not null check (due_after > due_before),
    asked_by uuid not null,
    asked_at timestamptz not null,
    answer text,
    ended_by uuid,
    ended_at timestamptz,
    constraint extension_answer check ((answer is not null) = (status = 'DECLINED')),
    constraint extension_ended check ((status = 'ASKED') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
    constraint extension_by_another check (status not in ('APPROVED', 'DECLINED') or ended_by <> asked_by)
  );
  comment on table filings.extension is
    'That the term of a decision on a licence be extended (延长办理期限): why, until when, and what was answered; each is answered once';
  create unique index extension_open on filings.extension (filing_id) where status = 'ASKED';
  create unique index extension_once on filings.extension (filing_id) where status = 'APPROVED';
  create index extension_filing on filings.extension (filing_id, id);
  create index extension_waiting on filings.extension (district, due_before, id) where status = 'ASKED';
  create trigger extension_ends_once before update on filings.extension for each row
    when (old.status <> 'ASKED' or (old.id, old.filing_id, old.reason, old.days, old.due_before, old.due_after, old.asked_by, old.asked_at)
      is distinct from (new.id, new.filing_id, new.reason, new.days, new.due_before, new.due_after, new.asked_by, new.asked_at))
    execute function platform.refuse_rewriting();
  create trigger extension_stays before delete or truncate on filings.extension
    for each statement execute function platform.refuse_rewriting();
  alter table filings.extension enable row level security;
  create policy extension_rights on filings.extension to zhaoguan_app
    using (exists (select from filings.filing f where f.id = filing_id))
    with check (exists (select from filings.filing f where f.id = filing_id));
  grant select, insert on filings.extension to zhaoguan_app;
  grant update (status, answer, ended_by, ended_at) on filings.extension to zhaoguan_app;
`;

/** For the head of the authority, not for whoever asked; after the last day there is nothing left to extend. */
const TO_DECIDE = `
  union all
  select 'EXTENSION_TO_DECIDE', 'filing', e.filing_id, f.name, '报请延长办理期限', e.district, e.township, e.asked_at,
         e.due_before, e.due_before, 'filing.extend', platform.lead_department(e.kind), null::uuid,
         array_remove(array[e.asked_by, f.applicant_id, f.entered_by], null)
    from filings.extension e join filings.filing f on f.id = e.filing_id
   where e.status = 'ASKED'`;
