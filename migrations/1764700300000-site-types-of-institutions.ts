import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, inspections and removals keep the kind of their institution; that it is a 家庭托育点 stands in the register. */
export class SiteTypesOfInstitutions1764700300000 implements MigrationInterface {
  name = 'SiteTypesOfInstitutions1764700300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view institutions.site_type_public as
        select id, nullif(details ->> 'siteType', '') as site_type from institutions.institution;
      comment on view institutions.site_type_public is
        'What kind of site each institution is; HOME: 家庭托育点. Whoever reads a record of an institution is told it';
      grant select on institutions.site_type_public to zhaoguan_app, zhaoguan_public;
    `);
    await db.query(`
      do $do$ begin
        execute 'create or replace view filings.filing_facts with (security_invoker = true) as '
          || regexp_replace(pg_get_viewdef('filings.filing_facts'), '\\s+FROM (filings\\.filing f;)',
               $sql$, nullif(f.application ->> 'siteType', '') as site_type FROM \\1$sql$);
      end $do$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $do$ declare
        shown text := pg_get_viewdef('filings.filing_facts');
        said text := obj_description('filings.filing_facts'::regclass);
      begin
        drop view filings.filing_facts;
        execute 'create view filings.filing_facts with (security_invoker = true) as '
          || regexp_replace(shown, $sql$,\\s+NULLIF\\(\\([^)]*\\), ''::text\\) AS site_type\\s+FROM$sql$, ' FROM');
        execute format('comment on view filings.filing_facts is %L', said);
      end $do$;
      grant select on filings.filing_facts to zhaoguan_app;
      drop view institutions.site_type_public;
    `);
  }
}
