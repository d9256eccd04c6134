import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was refused before of a legal person or in a house is shown with each case that is decided: it is found by index. */
export class RefusalsByIndex1764903710000 implements MigrationInterface {
  name = 'RefusalsByIndex1764903710000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_refused_code on filings.filing (uscc, district) where ${REFUSED};
      create index filing_refused_site on filings.filing (address_key, district) where ${REFUSED};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index filings.filing_refused_code, filings.filing_refused_site');
  }
}

const REFUSED = `status in ('REFUSED', 'DISMISSED')`;
