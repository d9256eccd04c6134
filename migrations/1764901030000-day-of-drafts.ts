import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several drafts of one institution have one name and no number: the search tells them apart by the day on which each was begun. */
export class DayOfDrafts1764901030000 implements MigrationInterface {
  name = 'DayOfDrafts1764901030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $do$ begin
        execute 'create or replace view filings.filing_facts with (security_invoker = true) as '
          || regexp_replace(pg_get_viewdef('filings.filing_facts'), '\\s+FROM (filings\\.filing f;)',
               ', f.created_at as begun_at FROM \\1');
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
          || regexp_replace(shown, ',\\s+created_at AS begun_at\\s+FROM', ' FROM');
        execute format('comment on view filings.filing_facts is %L', said);
      end $do$;
      grant select on filings.filing_facts to zhaoguan_app;
    `);
  }
}
