import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that wait for their decision, by its last day. */
export class OpenCases1764320300000 implements MigrationInterface {
  name = 'OpenCases1764320300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index penalty_case_undecided on enforcement.penalty_case (decide_by, id) where decided_on is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index enforcement.penalty_case_undecided');
  }
}
