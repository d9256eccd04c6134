import type { MigrationInterface, QueryRunner } from 'typeorm';

const LATER = `correct_by + 1000000, date '9999-12-31' - ((created_at at time zone 'UTC')::date - date '2000-01-01')`;

/** The list of filings (`dueOn` in libs/filings/src/store/filing-list.store.ts) by the next term, which of an application is that of 受理. */
export class FilingsByNextTerm1764901040000 implements MigrationInterface {
  name = 'FilingsByNextTerm1764901040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.filing_in_turn;
      create index filing_in_turn on filings.filing (
        coalesce(case when due_on is not null and admitted_on is null then least(due_on, admit_by) else due_on end, ${LATER}), id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.filing_in_turn;
      create index filing_in_turn on filings.filing (coalesce(due_on, ${LATER}), id);
    `);
  }
}
