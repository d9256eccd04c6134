import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators hand in directory files over the interface; a job takes them. */
export class DirectoryImports1764325500000 implements MigrationInterface {
  name = 'DirectoryImports1764325500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table institutions.directory_import (
        id uuid primary key,
        file_name text not null,
        size bigint not null check (size > 0),
        sm3 char(64) not null,
        districts text[] not null,
        state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'BROKEN_OFF', 'UNREADABLE')),
        share double precision not null default 0 check (share between 0 and 1),
        rows integer not null default 0,
        added integer not null default 0,
        unchanged integer not null default 0,
        faulty integer not null default 0,
        skipped integer not null default 0,
        ignored_columns text[] not null default '{}',
        problem text,
        requested_by uuid not null,
        requested_at timestamptz not null,
        ended_at timestamptz,
        constraint directory_import_end check ((ended_at is null) = (state in ('QUEUED', 'RUNNING')))
      );
      create unique index directory_import_open on institutions.directory_import (requested_by) where ended_at is null;
      create index directory_import_of_places on institutions.directory_import (districts, id desc);
      create index import_run_digest on institutions.import_run (digest, started_at);
      comment on table institutions.directory_import is 'Directory files (名录文件) that were handed in, and what became of them';
      comment on column institutions.directory_import.districts is 'Of who handed it in: rows of other districts are refused';
      grant select, insert, update on institutions.directory_import to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index institutions.import_run_digest; drop table institutions.directory_import;');
  }
}
