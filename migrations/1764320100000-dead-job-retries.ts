import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which key a dead job was asked for again, so that its outcome can be told. */
export class DeadJobRetries1764320100000 implements MigrationInterface {
  name = 'DeadJobRetries1764320100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table platform.dead_job add column retry_key text;
      comment on column platform.dead_job.retry_key is
        'Key of the retry in the queue; null when it was not retried, or before this column was there';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table platform.dead_job drop column retry_key');
  }
}
