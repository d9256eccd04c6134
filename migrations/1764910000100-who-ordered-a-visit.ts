import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of a case names who ordered a visit, as it names who called it off; of those ordered before, nobody. */
export class WhoOrderedAVisit1764910000100 implements MigrationInterface {
  name = 'WhoOrderedAVisit1764910000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table filings.verification add column ordered_by uuid');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table filings.verification drop column ordered_by');
  }
}
