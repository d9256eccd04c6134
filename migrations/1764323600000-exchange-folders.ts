import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partners without a platform exchange files in a folder (文件交换): what lies there, what was taken, what was written. */
export class ExchangeFolders1764323600000 implements MigrationInterface {
  name = 'ExchangeFolders1764323600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FOLDERS);
    await db.query(FILES);
    await db.query(RIGHTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table exchange.folder_entry;
      drop table exchange.folder_file;
      drop table exchange.folder;
      alter table exchange.partner drop column folder;
    `);
  }
}

const FOLDERS = `
  alter table exchange.partner add column folder text
    check (folder ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(folder) <= 64);
  comment on column exchange.partner.folder is 'Name of its folder below EXCHANGE_FOLDER; null: it exchanges no files';
  create unique index partner_folder on exchange.partner (folder);

  create table exchange.folder (
    partner_id uuid primary key references exchange.partner,
    leased_until timestamptz,
    made_as text,
    ignored integer not null default 0,
    read_at timestamptz,
    written_at timestamptz,
    last_file integer not null default 0,
    position bigint not null default 0,
    writing_to bigint check (writing_to > position),
    problem text,
    problem_at timestamptz
  );
  comment on table exchange.folder is 'How the folder of a partner is served';
  comment on column exchange.folder.leased_until is 'One job at a time; that of a killed process lapses';
  comment on column exchange.folder.made_as is
    'The name under which it was made: missing later, it is not made again, for a share may not be mounted';
  comment on column exchange.folder.position is 'Place in the feed up to which files were written';
  comment on column exchange.folder.writing_to is 'Last place of the file being written: the same after a crash';
`;

const FILES = `
  create table exchange.folder_file (
    id uuid primary key,
    partner_id uuid not null references exchange.partner,
    name text not null,
    mark text not null,
    state text not null check (state in ('WAITING', 'READ', 'DONE', 'FAILED')),
    seen_at timestamptz not null,
    rows integer not null default 0,
    faulty integer not null default 0,
    reason text,
    ended_at timestamptz
  );
  comment on table exchange.folder_file is 'Files that partners laid into their folders; those that are over are removed after their time';
  comment on column exchange.folder_file.mark is 'Which file it was, by node, size and time: one that still grows has another soon';
  create unique index folder_file_open on exchange.folder_file (partner_id, name) where ended_at is null;
  create index folder_file_partner on exchange.folder_file (partner_id, id desc);
  create index folder_file_over on exchange.folder_file (ended_at);

  create table exchange.folder_entry (
    partner_id uuid not null references exchange.partner,
    reference text not null,
    content char(64) not null,
    round integer not null,
    begun_at timestamptz not null,
    done_at timestamptz,
    primary key (partner_id, reference, content)
  );
  comment on table exchange.folder_entry is 'Rows of files: the same again has no effect a second time';
  comment on column exchange.folder_entry.content is 'Blind index of the row and the files that it names';
  comment on column exchange.folder_entry.round is 'How often the case had been handed in before';
`;

const RIGHTS = `
  grant select, insert, update on exchange.folder, exchange.folder_entry to zhaoguan_app;
  grant select, insert, update, delete on exchange.folder_file to zhaoguan_app;
`;
