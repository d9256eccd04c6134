import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who begins a draft for somebody at the window does not see theirs, and they are counted with it. */
export class DraftsOfAccounts1764920000030 implements MigrationInterface {
  name = 'DraftsOfAccounts1764920000030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.drafts_of(person uuid) returns integer
      language sql stable security definer set search_path = pg_catalog as $function$
        select count(*)::integer from filings.filing where applicant_id = person and status = 'DRAFT'
      $function$;
      revoke execute on function filings.drafts_of from public;
      grant execute on function filings.drafts_of to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.drafts_of');
  }
}
