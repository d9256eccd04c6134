import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said of what stands in the register (归属说明) was said of one code and one house. Who put another into the draft afterwards had
 * the acceptance write a succession into the register that nobody had proved.
 */
export class StatementsOfOneHouse1764910000110 implements MigrationInterface {
  name = 'StatementsOfOneHouse1764910000110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.takeover add column uscc text;
      comment on column filings.takeover.uscc is 'Under which code it was said; null of what was said before that was kept';

      create function institutions.is_in_house(of uuid, of_kind text, place text, house text[]) returns boolean
      language sql stable security definer set search_path = pg_catalog as $function$
        select exists (select from institutions.institution i
                        where i.id = of and i.kind = of_kind and i.district = place and i.address_key = any (house))
      $function$;
      revoke execute on function institutions.is_in_house from public;
      grant execute on function institutions.is_in_house to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function institutions.is_in_house;
      alter table filings.takeover drop column uscc;
    `);
  }
}
