import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The records of an institution (办理记录) name the renewals of its licence, also those that are begun, open or refused. */
export class RenewalsOfInstitutions1764901023010 implements MigrationInterface {
  name = 'RenewalsOfInstitutions1764901023010';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create index filing_renews on filings.filing (renews) where renews is not null');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index filings.filing_renews');
  }
}
