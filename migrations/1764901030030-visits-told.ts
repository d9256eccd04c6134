import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A partner is told when a visit on the spot (现场核查) found that what was filed does not agree, and when it was looked at again and does. */
export class VisitsTold1764901030030 implements MigrationInterface {
  name = 'VisitsTold1764901030030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table exchange.change add column verification jsonb;
      comment on column exchange.change.verification is
        'Of a visit on the spot: its day, names of the items that do not match, what is to be done; nothing of what was filed or found';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table exchange.change drop column verification');
  }
}
