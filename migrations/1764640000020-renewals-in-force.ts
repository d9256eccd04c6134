import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a licence that the authority has ended, or whose institution is closed, the public reads of no renewal: nothing goes on. */
export class RenewalsInForce1764640000020 implements MigrationInterface {
  name = 'RenewalsInForce1764640000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create or replace view filings.renewal_public as ${RENEWALS} and ${IN_FORCE}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`create or replace view filings.renewal_public as ${RENEWALS}`);
  }
}

const RENEWALS = `
  select renews as institution_id, renews_until as until,
         coalesce(admit_by < renews_until, false) or coalesce(admitted_on <= renews_until, false) as taken_in
    from filings.filing where renews_in_time and status = 'SUBMITTED'`;
const IN_FORCE = `exists (select from institutions.institution i
            where i.id = renews and i.status <> 'CLOSED' and i.filing_ended_as is null)`;
