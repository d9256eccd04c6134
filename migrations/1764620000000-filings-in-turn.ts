import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order in which the list of filings is read (`dueOn` in libs/filings/src/store/filing-list.store.ts), for a registry of a million. */
export class FilingsInTurn1764620000000 implements MigrationInterface {
  name = 'FilingsInTurn1764620000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_in_turn on filings.filing (
        coalesce(due_on, correct_by + 1000000, date '9999-12-31' - ((created_at at time zone 'UTC')::date - date '2000-01-01')), id);
      drop index filings.filing_next_due;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_next_due on filings.filing (coalesce(due_on, 'infinity'::date), id);
      drop index filings.filing_in_turn;
    `);
  }
}
