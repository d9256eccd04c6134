import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A closure is for its own account and office to read; who is named in it as taking over (承接机构) learns of that, and of nothing else of it,
 * until the link is written or nothing comes of it. Whoever reads it may see the institution that is named.
 */
export class ClosuresNamingSuccessors1764970000010 implements MigrationInterface {
  name = 'ClosuresNamingSuccessors1764970000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.closures_naming(named uuid) returns table (name text, ends_on date, account_id uuid)
      language sql stable security definer set search_path = pg_catalog as $function$
        select c.filing_name, c.ends_on, c.successor_account
          from filings.closure_follow_up c
         where c.successor_id = named and c.status <> 'SETTLED' and c.successor_account <> c.applicant_id
         order by c.ends_on, c.filing_id
      $function$;
      revoke execute on function filings.closures_naming from public;
      grant execute on function filings.closures_naming to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.closures_naming');
  }
}
