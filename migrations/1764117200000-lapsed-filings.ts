import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'REFUSED', 'ACCEPTED'];
const ACTIONS = ['submit', 'return', 'refuse', 'accept'];

/**
 * A returned filing that nobody puts right held its site for ever, against its real operator too. It now ends by itself
 * (LAPSED) after its term; those returned before have thirty days from the upgrade.
 */
export class LapsedFilings1764117200000 implements MigrationInterface {
  name = 'LapsedFilings1764117200000';

  async up(db: QueryRunner): Promise<void> {
    await setStates(db, [...STATES, 'LAPSED'], [...ACTIONS, 'lapse']);
    await db.query(`
      alter table filings.filing add column correct_by date;
      comment on column filings.filing.correct_by is 'Last day on which the applicant may hand in again what was returned; null in any other state';
      update filings.filing set correct_by = (now() at time zone 'Asia/Shanghai')::date + 30 where status = 'RETURNED';
      alter table filings.filing add constraint filing_correction check ((correct_by is not null) = (status = 'RETURNED'));
      create index filing_correction_due on filings.filing (correct_by) where status = 'RETURNED';

      -- The second applicant must be told what is in the way, and cannot see it.
      create function filings.open_filing_at(code text, place text, site text)
        returns table (id uuid, applicant_id uuid, status text, submitted_on date, correct_by date)
        language sql stable security definer set search_path = pg_catalog as $$
          select f.id, f.applicant_id, f.status, (f.submitted_at at time zone 'Asia/Shanghai')::date, f.correct_by
            from filings.filing f
           where f.uscc = code and f.district = place and f.address_key = platform.address_key(site)
             and f.status in ('SUBMITTED', 'RETURNED')
        $$;
      comment on function filings.open_filing_at is 'The open filing of a site, whoever filed it';
      revoke execute on function filings.open_filing_at from public;
      grant execute on function filings.open_filing_at to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function filings.open_filing_at;
      drop index filings.filing_correction_due;
      alter table filings.filing drop column correct_by;
    `);
    await setStates(db, STATES, ACTIONS);
  }
}

/** The lists of filingProcess, in the constraints that repeat them. */
async function setStates(
  db: QueryRunner,
  states: readonly string[],
  actions: readonly string[],
): Promise<void> {
  const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
  await db.query(`
    alter table filings.filing drop constraint filing_status,
      add constraint filing_status check (status in (${list(states)}));
    alter table filings.transition
      drop constraint transition_action_check, drop constraint transition_from, drop constraint transition_to,
      add constraint transition_action_check check (action in (${list(actions)})),
      add constraint transition_from check (from_status in (${list(states)})),
      add constraint transition_to check (to_status in (${list(states)}));
  `);
}
