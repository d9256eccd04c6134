import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A directory of a million rows is taken a thousand at a time, and goes on where it was interrupted. */
export class ImportRuns1764323800000 implements MigrationInterface {
  name = 'ImportRuns1764323800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table institutions.import_run (
        id uuid primary key,
        digest text not null,
        file_name text not null,
        state text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'ABANDONED')),
        last_row integer not null check (last_row > 0),
        chain text not null,
        added integer not null check (added >= 0),
        unchanged integer not null check (unchanged >= 0),
        refused integer not null check (refused >= 0),
        started_by uuid not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        constraint import_run_end check ((ended_at is null) = (state = 'RUNNING'))
      );
      create unique index import_run_running on institutions.import_run (digest) where state = 'RUNNING';
      comment on table institutions.import_run is 'Each import of a directory file (名录导入), and how far it has come';
      comment on column institutions.import_run.digest is 'SM3 of the file: the same file goes on where it was interrupted';
      comment on column institutions.import_run.last_row is 'Last row of the file that has been decided on';
      comment on column institutions.import_run.chain is
        'SM3 over the rows so far as they were understood; when they are understood otherwise the import begins anew';

      create table institutions.import_refusal (
        run_id uuid not null references institutions.import_run,
        "row" integer not null,
        outcome text not null check (outcome in ('DIFFERENT', 'FILING_NUMBER_TAKEN')),
        primary key (run_id, "row")
      );
      comment on table institutions.import_refusal is
        'Rows of running imports that the registry refused, for the report; gone when the import has ended';
      grant select, insert, update on institutions.import_run to zhaoguan_app;
      grant select, insert, delete on institutions.import_refusal to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table institutions.import_refusal; drop table institutions.import_run;');
  }
}
