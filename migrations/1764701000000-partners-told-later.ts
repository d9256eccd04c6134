import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A partner learns what becomes of the institution that came of its case: suspension, resumption, closure, 注销 and 撤销. The case keeps
 * which institution that is, for as long as it stands on this filing.
 */
export class PartnersToldLater1764701000000 implements MigrationInterface {
  name = 'PartnersToldLater1764701000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table exchange.partner_case add column institution_id uuid;
      comment on column exchange.partner_case.institution_id is
        'The institution that came of it, while no other first filing has taken its place';
      update exchange.partner_case c set institution_id = f.institution_id
        from (select distinct on (institution_id) id, institution_id from filings.filing
               where type = 'INITIAL' and status = 'ACCEPTED' and institution_id is not null
               order by institution_id, filed_on desc nulls last, id desc) f
       where f.id = c.filing_id;
      create unique index partner_case_institution on exchange.partner_case (institution_id);

      alter table exchange.change
        add column institution_status text,
        add column effective_on date,
        add column filing_end text,
        add column removal jsonb;
      comment on column exchange.change.institution_status is
        'State of the institution that came of the case; null in the steps of the case itself';
      comment on column exchange.change.removal is
        'Of a 注销 or 撤销: kind, number and day of the paper, how the notice is served, last day for an answer, code by which the paper is checked';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table exchange.change
        drop column institution_status, drop column effective_on, drop column filing_end, drop column removal;
      alter table exchange.partner_case drop column institution_id;
    `);
  }
}
