import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An application for a licence is taken in to be examined, or is not (受理、不予受理); what nobody says in time counts as taken in. */
export class Admissions1764500100000 implements MigrationInterface {
  name = 'Admissions1764500100000';

  async up(db: QueryRunner): Promise<void> {
    await setLists(db, STATES, ACTS, DECISIONS);
    await db.query(`
      alter table filings.filing add column admit_by date, add column admitted_on date,
        add constraint filing_admission check (admit_by is null or regime = 'LICENCE'),
        add constraint filing_admitted check (admitted_on is null or admit_by is not null);
      comment on column filings.filing.admit_by is
        'Of an application for a licence that was handed in: last day for saying whether it is taken in; null while it is returned, and for a filing';
      comment on column filings.filing.admitted_on is
        'Day on which it was said that it is taken in; after admit_by: nothing was said, and it counts as taken in';
      create index filing_to_admit on filings.filing (admit_by) where status = 'SUBMITTED' and admitted_on is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.filing_to_admit;
      alter table filings.filing drop column admit_by, drop column admitted_on;
    `);
    await setLists(
      db,
      STATES.filter((state) => state !== 'DISMISSED'),
      ACTS.slice(0, -3),
      DECISIONS.slice(0, -2),
    );
  }
}

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'DISMISSED', 'REFUSED', 'ACCEPTED', 'LAPSED', 'ABANDONED'];
const ACTS = [
  'submit',
  'return',
  'refuse',
  'accept',
  'lapse',
  'abandon',
  'extend',
  'admit',
  'presume',
  'dismiss',
];
const DECISIONS = ['return', 'refuse', 'accept', 'extend', 'admit', 'dismiss'];

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The lists of filingProcess, in the constraints that repeat them, and the acts that nobody does with what is their own. */
async function setLists(
  db: QueryRunner,
  states: readonly string[],
  acts: readonly string[],
  decisions: readonly string[],
): Promise<void> {
  await db.query(`
    alter table filings.filing drop constraint filing_status,
      add constraint filing_status check (status in (${list(states)}));
    alter table filings.transition
      drop constraint transition_action_check, drop constraint transition_from, drop constraint transition_to,
      add constraint transition_action_check check (action in (${list(acts)})),
      add constraint transition_from check (from_status in (${list(states)})),
      add constraint transition_to check (to_status in (${list(states)}));
    drop trigger transition_not_by_who_entered on filings.transition;
    create trigger transition_not_by_who_entered before insert on filings.transition for each row
      when (new.action in (${list(decisions)})) execute function filings.refuse_own_decision();
  `);
}
