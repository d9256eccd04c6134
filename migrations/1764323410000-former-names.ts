import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Families and officials know an institution by the name it had (曾用名): it is found by that one as well. */
export class FormerNames1764323410000 implements MigrationInterface {
  name = 'FormerNames1764323410000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(OF_RECEIPTS);
    await db.query(matching(FORMER));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(matching(''));
    await db.query(`
      drop view institutions.former_name_public;
      drop table institutions.former_name;
      revoke execute on function platform.search_terms(text, text[]) from zhaoguan_public;
    `);
  }
}

const TABLE = `
  create table institutions.former_name (
    institution_id uuid not null references institutions.institution,
    name text not null,
    district text not null,
    until timestamptz not null,
    primary key (institution_id, until, name)
  );
  create index former_name_search on institutions.former_name using gin (platform.search_terms(name, array[district]));
  comment on table institutions.former_name is 'Names that an institution had (曾用名), until when; append-only';
  comment on column institutions.former_name.district is 'Where it was, for the index';
  create trigger former_name_append_only before update or delete or truncate on institutions.former_name
    for each statement execute function platform.refuse_change();
  alter table institutions.former_name enable row level security;
  create policy former_name_rights on institutions.former_name to zhaoguan_app
    using (exists (select from institutions.institution i where i.id = institution_id))
    with check (exists (select from institutions.institution i where i.id = institution_id));
  grant select, insert on institutions.former_name to zhaoguan_app;

  create view institutions.former_name_public as
    select institution_id, name, district, until from institutions.former_name;
  comment on view institutions.former_name_public is 'Names that institutions had';
  grant select on institutions.former_name_public to zhaoguan_public;
  grant execute on function platform.search_terms(text, text[]) to zhaoguan_public;
`;

/** What was changed before this table was there stands on earlier receipts. */
const OF_RECEIPTS = `
  insert into institutions.former_name (institution_id, name, district, until)
  select i.id, f.name, i.district, max(f.updated_at)
    from filings.filing f join institutions.institution i on i.filing_number = f.filing_number
   where f.name <> i.name group by i.id, f.name, i.district;
`;

const FORMER = `
      union all
      select f.institution_id from institutions.former_name f
       where platform.search_terms(f.name, array[f.district]) @> platform.bigrams(fragment)
         and (places is null or platform.search_terms(f.name, array[f.district]) && places)
         and strpos(lower(f.name), lower(fragment)) > 0`;

const matching = (former: string): string => `
  create or replace function institutions.matching(fragment text, terms text[], places text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog
    begin atomic
      select id from institutions.institution
       where institutions.search_terms(name, kind, grade::text, district) @> (platform.bigrams(fragment) || terms)
         and (places is null or institutions.search_terms(name, kind, grade::text, district) && places)
         and strpos(lower(name), lower(fragment)) > 0${former};
    end;
`;
