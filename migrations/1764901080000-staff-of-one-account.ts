import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A register of staff is kept by an account. Who files anew for a revoked site keeps one of their own: the people of the account before are
 * not theirs to read (个人信息保护法第六条); officials read both.
 */
export class StaffOfOneAccount1764901080000 implements MigrationInterface {
  name = 'StaffOfOneAccount1764901080000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter policy member_rights on staff.member using (exists (
        select from institutions.institution i
         where i.id = institution_id and (i.operator_id = added_by or platform.is_actor(i.operator_id) is not true)));
      comment on column staff.member.added_by is 'Account in whose register of the institution the person stands';
      alter table staff.member drop constraint member_once;
      alter table staff.member add constraint member_once unique (institution_id, name_index, employed_on, added_by);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter policy member_rights on staff.member using (exists (
        select from institutions.institution i where i.id = institution_id));
      comment on column staff.member.added_by is null;
      alter table staff.member drop constraint member_once;
      alter table staff.member add constraint member_once unique (institution_id, name_index, employed_on);
    `);
  }
}
