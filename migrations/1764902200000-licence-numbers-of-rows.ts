import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of a directory that gives the number of a licence which nobody was granted is refused; an interrupted import recalls it as such. */
export class LicenceNumbersOfRows1764902200000 implements MigrationInterface {
  name = 'LicenceNumbersOfRows1764902200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(outcomes(`'DIFFERENT', 'FILING_NUMBER_TAKEN', 'LICENCE_NUMBER', 'SUSPECTED'`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update institutions.import_refusal set outcome = 'FILING_NUMBER_TAKEN' where outcome = 'LICENCE_NUMBER';
      ${outcomes(`'DIFFERENT', 'FILING_NUMBER_TAKEN', 'SUSPECTED'`)}
    `);
  }
}

const outcomes = (known: string): string => `
  alter table institutions.import_refusal
    drop constraint import_refusal_outcome_check,
    add constraint import_refusal_outcome_check check (outcome in (${known}));`;
