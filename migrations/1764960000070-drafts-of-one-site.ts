import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An official at the window does not see what its applicant has begun alone, and is told that the same was begun. */
export class DraftsOfOneSite1764960000070 implements MigrationInterface {
  name = 'DraftsOfOneSite1764960000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.drafts_beside(subject uuid) returns integer
      language sql stable security definer set search_path = pg_catalog as $function$
        select count(*)::integer
          from filings.filing s
          join filings.filing f on f.applicant_id = s.applicant_id and f.status = 'DRAFT' and f.id <> s.id
                               and f.type = s.type and f.kind = s.kind and f.uscc = s.uscc and f.district = s.district
                               and f.address_key is not distinct from s.address_key
                               and f.institution_id is not distinct from s.institution_id
         where s.id = subject
      $function$;
      revoke execute on function filings.drafts_beside from public;
      grant execute on function filings.drafts_beside to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.drafts_beside');
  }
}
