import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The view, its tables from here on, and where it keeps what kind of site it is. */
const VIEWS = [
  { view: 'filings.receipt_public', from: '\\(filings\\.filing f\\s', column: 'f.application' },
  {
    view: 'institutions.filing_number_public',
    from: 'institutions\\.institution\\s',
    column: 'details',
  },
];

/** Whoever checks a number is told that it is one of a 家庭托育点, as its receipt says; the register can be read for these alone. */
export class PublicSiteTypes1764700070000 implements MigrationInterface {
  name = 'PublicSiteTypes1764700070000';

  async up(db: QueryRunner): Promise<void> {
    for (const { view, from, column } of VIEWS) {
      await db.query(`
        do $do$ begin
          execute 'create or replace view ${view} as '
            || regexp_replace(pg_get_viewdef('${view}'), '\\s+FROM (${from})', $sql$, nullif(${column} ->> 'siteType', '') as site_type FROM \\1$sql$);
        end $do$;
      `);
    }
    await db.query(`
      create index institution_homes on institutions.institution (registered_at desc, id desc)
        where nullif(details ->> 'siteType', '') = 'HOME'
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index institutions.institution_homes');
    for (const { view, from } of VIEWS) {
      await db.query(`
        do $do$ declare
          shown text := pg_get_viewdef('${view}');
          said text := obj_description('${view}'::regclass);
          spelling text := col_description('${view}'::regclass, 2);
        begin
          drop view ${view};
          execute 'create view ${view} as '
            || regexp_replace(shown, $sql$,\\s+NULLIF\\(\\([^)]*\\), ''::text\\) AS site_type\\s+FROM (${from})$sql$, ' FROM \\1');
          execute format('comment on view ${view} is %L', said);
          execute format('comment on column ${view}.spelling is %L', spelling);
        end $do$;
        grant select on ${view} to zhaoguan_public;
      `);
    }
  }
}
