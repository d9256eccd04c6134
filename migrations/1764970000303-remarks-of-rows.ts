import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row of a directory is taken with a remark, counted; one that differs from the register keeps what differs, for the report of an interrupted import. */
export class RemarksOfRows1764970000303 implements MigrationInterface {
  name = 'RemarksOfRows1764970000303';

  async up(db: QueryRunner): Promise<void> {
    // What an earlier version has refused in an import that still runs says nothing of what differs.
    await db.query(`
      alter table institutions.directory_import add column remarked integer not null default 0 check (remarked >= 0);
      comment on column institutions.directory_import.remarked is 'Rows that were taken and should be looked at; the report says why';
      alter table institutions.import_refusal
        drop constraint import_refusal_known,
        add constraint import_refusal_known check (
          case outcome when 'SUSPECTED' then known is not null when 'DIFFERENT' then true else known is null end);
      comment on column institutions.import_refusal.known is 'Of a suspected row the number of the institution that it may be, its name when it has none; of a different one what differs';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update institutions.import_refusal set known = null where outcome = 'DIFFERENT';
      alter table institutions.import_refusal
        drop constraint import_refusal_known,
        add constraint import_refusal_known check ((known is not null) = (outcome = 'SUSPECTED'));
      comment on column institutions.import_refusal.known is 'Number of the institution that the row may be; its name when it has none';
      alter table institutions.directory_import drop column remarked;
    `);
  }
}
