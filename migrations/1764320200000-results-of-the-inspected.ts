import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inspected institution reads its own results, also before the public does. */
export class ResultsOfTheInspected1764320200000 implements MigrationInterface {
  name = 'ResultsOfTheInspected1764320200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy result_of_own_institution on inspections.result for select to zhaoguan_app
        using (exists (select from institutions.institution i where i.id = institution_id and platform.is_actor(i.operator_id)));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop policy result_of_own_institution on inspections.result');
  }
}
