import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether what stands at a site is a dwelling (家庭托育点) in another account, by what is registered there, whatever a draft says of itself: its address is told
 * nobody, not by trying one house after the other either.
 */
export class DwellingsAreNotFound1764930000020 implements MigrationInterface {
  name = 'DwellingsAreNotFound1764930000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function institutions.is_dwelling_of_another(code text, place text, site text[], applicant uuid) returns boolean
      language sql stable security definer set search_path = pg_catalog as $function$
        select exists (select from institutions.institution i
                        where i.uscc = code and i.district = place and i.address_key = any (site)
                          and i.details ->> 'siteType' = 'HOME' and i.operator_id is distinct from applicant)
      $function$;
      revoke all on function institutions.is_dwelling_of_another(text, text, text[], uuid) from public;
      grant execute on function institutions.is_dwelling_of_another(text, text, text[], uuid) to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function institutions.is_dwelling_of_another(text, text, text[], uuid)');
  }
}
