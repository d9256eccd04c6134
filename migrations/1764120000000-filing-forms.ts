import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A filing keeps the version of the form (备案表单) with which it was drafted. */
export class FilingForms1764120000000 implements MigrationInterface {
  name = 'FilingForms1764120000000';

  async up(db: QueryRunner): Promise<void> {
    // The default stands for the filings there are, and for a process of the last version that still runs meanwhile: both
    // know the first version only.
    await db.query(`
      alter table filings.filing
        add column form_version integer not null default 1 check (form_version > 0);
      comment on column filings.filing.form_version is
        'Version of the form in force when it was drafted (reference list forms, by kind and type)';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table filings.filing drop column form_version');
  }
}
