import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The receipt (备案回执) in the list of the papers of a case says that the authority has ended its filing: the list is read in the transaction of whoever reads the case. */
export class EndsInOwnPapers1764901090000 implements MigrationInterface {
  name = 'EndsInOwnPapers1764901090000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('grant select on institutions.filing_end_public to zhaoguan_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('revoke select on institutions.filing_end_public from zhaoguan_app');
  }
}
