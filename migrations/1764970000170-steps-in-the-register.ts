import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who names an institution as taking people in is told that it will stop itself, which everybody may read. */
export class StepsInTheRegister1764970000170 implements MigrationInterface {
  name = 'StepsInTheRegister1764970000170';

  async up(db: QueryRunner): Promise<void> {
    await db.query('grant select on institutions.status_step_public to zhaoguan_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('revoke select on institutions.status_step_public from zhaoguan_app');
  }
}
