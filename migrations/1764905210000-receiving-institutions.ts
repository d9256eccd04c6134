import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closure names who takes people in (接收机构、承接机构): what the public may know of one of that name, found by index. */
export class ReceivingInstitutions1764905210000 implements MigrationInterface {
  name = 'ReceivingInstitutions1764905210000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index institution_name on institutions.institution (name);
      grant select on institutions.institution_public to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke select on institutions.institution_public from zhaoguan_app;
      drop index institutions.institution_name;
    `);
  }
}
