import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That somebody has filed for a dwelling (家庭托育点) at an address, and until when that is answered, is told nobody else who hands in at the same
 * address: both lie with the office then, which sees them side by side (疑似重复). Of one account there is one of a site as before.
 */
export class OpenDwellings1764960000022 implements MigrationInterface {
  name = 'OpenDwellings1764960000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function filings.open_filing_at(text, text, text[], uuid);
      create function filings.open_filing_at(code text, place text, site text[], own uuid, applicant uuid)
        returns table (id uuid, applicant_id uuid, status text, submitted_on date, correct_by date)
        language sql stable security definer set search_path = pg_catalog as $function$
          ${OPEN}
             and (f.applicant_id = applicant or f.application ->> 'siteType' is distinct from 'HOME')
        $function$;
      comment on function filings.open_filing_at(text, text, text[], uuid, uuid) is
        'The open filing of a site, whoever filed it; of dwellings those of the applicant alone';
      revoke all on function filings.open_filing_at(text, text, text[], uuid, uuid) from public;
      grant execute on function filings.open_filing_at(text, text, text[], uuid, uuid) to zhaoguan_app;

      drop index filings.filing_open_site;
      create unique index filing_open_site on filings.filing
        (uscc, district, address_key, (case when application ->> 'siteType' = 'HOME' then applicant_id::text else '' end))
        where type = 'INITIAL' and status in ('SUBMITTED', 'RETURNED');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.filing_open_site;
      create unique index filing_open_site on filings.filing (uscc, district, address_key)
        where type = 'INITIAL' and status in ('SUBMITTED', 'RETURNED');

      drop function filings.open_filing_at(text, text, text[], uuid, uuid);
      create function filings.open_filing_at(code text, place text, site text[], own uuid)
        returns table (id uuid, applicant_id uuid, status text, submitted_on date, correct_by date)
        language sql stable security definer set search_path = pg_catalog as $function$
          ${OPEN}
        $function$;
      comment on function filings.open_filing_at(text, text, text[], uuid) is 'The open filing of a site, whoever filed it';
      revoke all on function filings.open_filing_at(text, text, text[], uuid) from public;
      grant execute on function filings.open_filing_at(text, text, text[], uuid) to zhaoguan_app;
    `);
  }
}

const OPEN = `select f.id, f.applicant_id, f.status, (f.submitted_at at time zone 'Asia/Shanghai')::date, f.correct_by
            from filings.filing f
           where f.uscc = code and f.district = place and (own is null or f.institution_id is distinct from own)
             and f.address_key = any (site) and f.status in ('SUBMITTED', 'RETURNED')`;
