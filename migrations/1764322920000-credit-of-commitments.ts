import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A commitment (告知承诺) that was found breached counts in the ledger of credit. */
export class CreditOfCommitments1764322920000 implements MigrationInterface {
  name = 'CreditOfCommitments1764322920000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(sources(`'INSPECTION_RESULT', 'PENALTY', 'COMMITMENT', 'IMPORT'`));
  }

  /** Fails while a breach stands in the ledger, from which nothing is removed. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(sources(`'INSPECTION_RESULT', 'PENALTY', 'IMPORT'`));
  }
}

const sources = (known: string): string => `
  alter table credit.event
    drop constraint event_source_type_check,
    add constraint event_source_type_check check (source_type in (${known}));
`;
