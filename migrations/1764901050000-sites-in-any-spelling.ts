import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A site is the same site however its address begins (`SiteSpellings`): what is asked of it is asked of every spelling. What is open about
 * the institution that stands there neither holds up the application for its licence nor waits for it (行政许可法第五十条).
 */
export class SitesInAnySpelling1764901050000 implements MigrationInterface {
  name = 'SitesInAnySpelling1764901050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function institutions.is_site_taken(text, text, text, text);
      ${TAKEN('text[], own uuid', 'i.address_key = any (site) and i.id is distinct from own', 'text[], uuid')}
      drop function filings.open_filing_at(text, text, text);
      ${OPEN('text[], own uuid', '(own is null or f.institution_id is distinct from own) and f.address_key = any (site)')}
      drop index filings.filing_open_site;
      create unique index filing_open_site on filings.filing (uscc, district, address_key)
        where type = 'INITIAL' and status in ('SUBMITTED', 'RETURNED');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function institutions.is_site_taken(text, text, text, text[], uuid);
      ${TAKEN('text', 'i.address_key = platform.address_key(site)', 'text')}
      drop function filings.open_filing_at(text, text, text[], uuid);
      drop index filings.filing_open_site;
      create unique index filing_open_site on filings.filing (uscc, district, address_key)
        where status in ('SUBMITTED', 'RETURNED');
      ${OPEN('text', 'f.address_key = platform.address_key(site)')}
    `);
  }
}

const TAKEN = (site: string, at: string, types: string): string => `
  create function institutions.is_site_taken(of_kind text, code text, place text, site ${site}) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
      select exists (select from institutions.institution i
                      where i.uscc = code and i.district = place and ${at}
                        and i.status <> 'CLOSED' and i.filing_ended_as is distinct from 'REVOKED'
                        and not (i.kind = of_kind and i.source = 'IMPORT' and i.operator_id is null))
    $$;
  comment on function institutions.is_site_taken(text, text, text, ${types}) is
    'Whether a site is registered and no directory left it for its first filing';
  revoke execute on function institutions.is_site_taken(text, text, text, ${types}) from public;
  grant execute on function institutions.is_site_taken(text, text, text, ${types}) to zhaoguan_app;
`;

const OPEN = (site: string, at: string): string => `
  create function filings.open_filing_at(code text, place text, site ${site})
    returns table (id uuid, applicant_id uuid, status text, submitted_on date, correct_by date)
    language sql stable security definer set search_path = pg_catalog as $$
      select f.id, f.applicant_id, f.status, (f.submitted_at at time zone 'Asia/Shanghai')::date, f.correct_by
        from filings.filing f
       where f.uscc = code and f.district = place and ${at}
         and f.status in ('SUBMITTED', 'RETURNED')
    $$;
  comment on function filings.open_filing_at is 'The open filing of a site, whoever filed it';
  revoke execute on function filings.open_filing_at from public;
  grant execute on function filings.open_filing_at to zhaoguan_app;
`;
