import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new password ends every access token but the one with which it was set. */
export class KeptToken1764320500000 implements MigrationInterface {
  name = 'KeptToken1764320500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table access.person add column kept_token uuid;
      comment on column access.person.kept_token is 'the access token with which the password was changed outlives its generation';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table access.person drop column kept_token');
  }
}
