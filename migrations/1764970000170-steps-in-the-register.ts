import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who names an institution as taking people in is told that it will stop itself, and finds it by a name that it had: everybody may read both. */
export class StepsInTheRegister1764970000170 implements MigrationInterface {
  name = 'StepsInTheRegister1764970000170';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'grant select on institutions.status_step_public, institutions.former_name_public to zhaoguan_app',
    );
    await db.query('create index former_name_name on institutions.former_name (name)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index institutions.former_name_name');
    await db.query(
      'revoke select on institutions.status_step_public, institutions.former_name_public from zhaoguan_app',
    );
  }
}
