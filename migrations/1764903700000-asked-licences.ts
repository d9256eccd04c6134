import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which institution of the register a first application for a licence is about, as `renews` says of a renewal: its page names the application that
 * waits, and offers no second one beside it. Of what waits already it is the applicant's own institution of the same code in the same house.
 * @law 行政许可法第二十九条
 */
export class AskedLicences1764903700000 implements MigrationInterface {
  name = 'AskedLicences1764903700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing add column licenses uuid;
      comment on column filings.filing.licenses is
        'The filed institution that a first application for a licence is about, settled when it is handed in; null for any other';
      update filings.filing f set licenses = i.id
        from institutions.institution i
       where f.type = 'INITIAL' and f.regime = 'LICENCE' and f.renews is null and f.status in ('SUBMITTED', 'RETURNED')
         and f.institution_id is null and i.operator_id = f.applicant_id and i.kind = f.kind and i.uscc = f.uscc
         and i.district = f.district and i.address_key = f.address_key
         and i.regime = 'FILING' and i.status <> 'CLOSED' and i.filing_ended_as is null;
      create index filing_licenses on filings.filing (licenses) where licenses is not null;
      create or replace view filings.asked_renewal_facts with (security_invoker = true) as
        select coalesce(renews, licenses) as institution_id
          from filings.filing where (renews is not null or licenses is not null) and status in ('SUBMITTED', 'RETURNED');
      comment on view filings.asked_renewal_facts is
        'Institutions whose licence was asked for, or asked to go on, in time or not, and of which nothing is decided';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view filings.asked_renewal_facts with (security_invoker = true) as
        select renews as institution_id
          from filings.filing where renews is not null and status in ('SUBMITTED', 'RETURNED');
      comment on view filings.asked_renewal_facts is
        'Licences that were asked to go on, in time or not, of which nothing is decided';
      alter table filings.filing drop column licenses;
    `);
  }
}
