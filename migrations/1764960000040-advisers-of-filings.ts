import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who gave an opinion on what waits for a decision, without the list of all that waits: each notice of a filing asks for them, and planning that
 * list costs more than everything else such a notice reads.
 */
export class AdvisersOfFilings1764960000040 implements MigrationInterface {
  name = 'AdvisersOfFilings1764960000040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view filings.adviser_facts with (security_invoker = true) as
        select f.id as filing_id, a.person_id
          from filings.filing f cross join unnest(f.advised_by) as a(person_id)
         where f.status = 'SUBMITTED' and not exists (select from filings.case_holder h where h.filing_id = f.id);
      comment on view filings.adviser_facts is
        'Who gave an opinion on a filing that waits for a decision and that nobody conducts, and so does not decide it';
      grant select on filings.adviser_facts to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view filings.adviser_facts');
  }
}
