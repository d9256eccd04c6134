import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many work in an institution, by post: all that the public may know of its register of staff. */
export class PublishedStaff1764323120000 implements MigrationInterface {
  name = 'PublishedStaff1764323120000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view staff.staff_public as
        select institution_id, post, count(*)::integer as people from staff.member where left_on is null
         group by institution_id, post;
      comment on view staff.staff_public is 'People in post, by post; whose certificates are in order would point at single people in a small institution';
      grant usage on schema staff to zhaoguan_public;
      grant select on staff.staff_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view staff.staff_public;
      revoke usage on schema staff from zhaoguan_public;
    `);
  }
}
