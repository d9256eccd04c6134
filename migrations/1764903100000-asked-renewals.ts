import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of which licences it was asked that they go on and nothing is decided, whoever has the case now: beside one that lies with its applicant to be
 * put right no other can be handed in either, so the page of the institution does not offer it.
 * @law 行政许可法第五十条
 */
export class AskedRenewals1764903100000 implements MigrationInterface {
  name = 'AskedRenewals1764903100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view filings.asked_renewal_facts with (security_invoker = true) as
        select renews as institution_id
          from filings.filing where renews is not null and status in ('SUBMITTED', 'RETURNED');
      comment on view filings.asked_renewal_facts is
        'Licences that were asked to go on, in time or not, of which nothing is decided';
      grant select on filings.asked_renewal_facts to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view filings.asked_renewal_facts');
  }
}
