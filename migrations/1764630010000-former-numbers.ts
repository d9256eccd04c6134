import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number that was given out is never another institution's, also when a licence, or a filing after a 撤销, has taken its place: a
 * receipt with it can still be shown to anybody.
 */
export class FormerNumbers1764630010000 implements MigrationInterface {
  name = 'FormerNumbers1764630010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(OF_FILINGS);
    await db.query(MEMORY);
    await db.query(taken(HAD));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(taken(''));
    await db.query(`
      drop trigger institution_keeps_former_number on institutions.institution;
      drop function institutions.keep_former_number();
      drop table institutions.former_number;
    `);
  }
}

const TABLE = `
  create table institutions.former_number (
    institution_id uuid not null references institutions.institution,
    filing_number text not null,
    primary key (institution_id, filing_number)
  );
  create index former_number_spelling on institutions.former_number (upper(filing_number));
  comment on table institutions.former_number is 'Numbers under which an institution was registered before the one that it has now; append-only';
  create trigger former_number_append_only before update or delete or truncate on institutions.former_number
    for each statement execute function platform.refuse_change();
  grant select, insert on institutions.former_number to zhaoguan_app;
`;

/** What was replaced before this table was there stands in the filings. */
const OF_FILINGS = `
  insert into institutions.former_number (institution_id, filing_number)
  select distinct i.id, f.filing_number
    from filings.filing f join institutions.institution i on i.id = f.institution_id
   where f.filing_number is not null and f.filing_number is distinct from i.filing_number;
`;

const MEMORY = `
  create function institutions.keep_former_number() returns trigger
    language plpgsql set search_path = pg_catalog as $$
    begin
      insert into institutions.former_number (institution_id, filing_number)
      values (old.id, old.filing_number) on conflict do nothing;
      return null;
    end $$;
  comment on function institutions.keep_former_number() is 'Keeps the number that an institution has no more';
  revoke execute on function institutions.keep_former_number() from public;
  create trigger institution_keeps_former_number after update of filing_number on institutions.institution for each row
    when (old.filing_number is not null and old.filing_number is distinct from new.filing_number)
    execute function institutions.keep_former_number();
`;

const HAD = ' or exists (select from institutions.former_number where upper(filing_number) = number)';

const taken = (had: string): string => `
  create or replace function filings.is_number_taken(number text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from institutions.institution where upper(filing_number) = number)${had}
    $$;
`;
