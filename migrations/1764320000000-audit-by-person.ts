import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log by who acted, with their names. */
export class AuditByPerson1764320000000 implements MigrationInterface {
  name = 'AuditByPerson1764320000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view access.person_name as select id, name from access.person;
      comment on view access.person_name is 'Names of accounts, for what other modules show of who acted';
      grant select on access.person_name to zhaoguan_app;
      create index entry_actor on audit.entry (actor_id, id desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index audit.entry_actor; drop view access.person_name');
  }
}
