import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The decision that granted a licence (准予行政许可决定书) is public and kept, and grants nothing any more once the authority has cancelled or
 * revoked the licence: its check says so.
 */
export class GrantsOfEndedLicences1764901030020 implements MigrationInterface {
  name = 'GrantsOfEndedLicences1764901030020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(rewritten(`regexp_replace(shown, '\\) ends', $sql$ union all ${ENDED}) ends$sql$)`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(rewritten(`regexp_replace(shown, '\\s+UNION ALL\\s+SELECT 0,.*\\) ends', ') ends')`));
  }
}

/** Before all else: what took its place may stand as little as it. */
const ENDED = `
  select 0, x.ended_as, x.ended_on from filings.filing g join institutions.filing_end_public x
    on x.spelling = upper(replace(normalize(g.filing_number, NFKC), ' ', ''))
   where g.id = p.filing_id and p.kind = 'LICENCE_GRANT'`;

/** The rest of the view stays as it is. */
const rewritten = (text: string): string => `
  do $do$ declare
    shown text := pg_get_viewdef('filings.paper_public');
  begin
    execute 'create or replace view filings.paper_public as ' || ${text};
  end $do$;`;
