import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partner is told which paper (补正通知书、告知书、决定书) an act on its case has given out: its user has no account to read it in. */
export class PapersTold1764901010000 implements MigrationInterface {
  name = 'PapersTold1764901010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table exchange.change add column paper jsonb;
      comment on column exchange.change.paper is
        'The paper of the act on the case: id, kind, number, day, code by which it is checked; null where there is none';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table exchange.change drop column paper');
  }
}
