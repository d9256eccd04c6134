import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers (文书) that an authority gives out about a filing: numbered in the act's transaction, printed and signed by a job. What a
 * paper says is kept with it, so that it is printed as it was decided. Kinds are in the program; another needs no migration.
 */
export class Papers1764322710000 implements MigrationInterface {
  name = 'Papers1764322710000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table filings.paper_counter (
        series text primary key,
        last integer not null check (last > 0)
      );
      comment on table filings.paper_counter is
        'Last number of papers by authority, kind and year; counted in the transaction of the act, so without gaps';
      grant select, insert, update on filings.paper_counter to zhaoguan_app;

      create table filings.paper (
        id uuid primary key,
        filing_id uuid not null references filings.filing,
        kind text not null check (kind ~ '^[A-Z_]+$'),
        round integer not null check (round > 0),
        is_public boolean not null,
        number text not null,
        spelling text not null unique,
        title text not null,
        authority text not null,
        addressee text not null,
        issued_on date not null,
        issued_at timestamptz not null,
        content jsonb not null,
        code_digest char(64) not null unique,
        unique (filing_id, kind, round)
      );
      comment on table filings.paper is 'Papers (文书) given out about a filing; the later of a kind takes the place of the earlier';
      comment on column filings.paper.is_public is 'Whether anybody who checks its number learns what it is and to whom';
      comment on column filings.paper.spelling is 'The number in one spelling: how it is asked for';
      comment on column filings.paper.content is 'What it says, as decided; and the code of its QR';
      comment on column filings.paper.code_digest is 'SM3 of the code in its QR, without dashes';

      create table filings.paper_print (
        paper_id uuid primary key references filings.paper,
        file_id uuid not null references platform.stored_file,
        sm3 char(64) not null,
        unprintable text[] not null,
        printed_at timestamptz not null
      );
      create index paper_print_file on filings.paper_print (file_id);
      create index paper_print_sm3 on filings.paper_print (sm3);
      create index receipt_sm3 on filings.receipt (sm3);
      comment on table filings.paper_print is 'The PDF of a paper; its signature is found by its SM3';
    `);
    for (const [table, visible] of VISIBLE) {
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on filings.${table}
          for each statement execute function platform.refuse_change();
        alter table filings.${table} enable row level security;
        create policy ${table}_rights on filings.${table} to zhaoguan_app using (${visible}) with check (${visible});
        grant select, insert on filings.${table} to zhaoguan_app;
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.receipt_sm3;
      drop table filings.paper_print;
      drop table filings.paper;
      drop table filings.paper_counter;
      delete from platform.outbox where job = 'filings.print-paper' and settled_at is null;
    `);
  }
}

/** Who sees the filing sees its papers: the subquery runs under the policy of the filing. */
const VISIBLE = [
  ['paper', 'exists (select from filings.filing f where f.id = filing_id)'],
  ['paper_print', 'exists (select from filings.paper p where p.id = paper_id)'],
] as const;
