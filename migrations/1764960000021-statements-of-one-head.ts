import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why another account files for a legal person (归属说明) was said for one place and one head. Who put others into the draft afterwards was not
 * asked again.
 */
export class StatementsOfOneHead1764960000021 implements MigrationInterface {
  name = 'StatementsOfOneHead1764960000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.takeover add column district text, add column address_key text, add column head text;
      comment on column filings.takeover.address_key is 'For which place it was said; null of none, and of what was said before that was kept';
      comment on column filings.takeover.head is 'Blind index of the resident id of the head who was named then; null of none, and of what was said before that was kept';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table filings.takeover drop column district, drop column address_key, drop column head;`,
    );
  }
}
