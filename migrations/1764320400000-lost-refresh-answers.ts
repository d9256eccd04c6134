import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which refresh token was exchanged for which, to tell an answer that was lost from a token that was stolen. */
export class LostRefreshAnswers1764320400000 implements MigrationInterface {
  name = 'LostRefreshAnswers1764320400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table access.session add column parent_hash text;
      comment on column access.session.parent_hash is 'the token that was exchanged for this one; null after a password';
      create index session_parent on access.session (parent_hash) where parent_hash is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index access.session_parent;
      alter table access.session drop column parent_hash;
    `);
  }
}
