import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public reads of a site that a directory brought in and that nobody has filed for: it is brought into the first filing under its
 * code (一次填报). Of what an account holds nothing is said, nor of a 家庭托育点, which is a dwelling.
 */
export class ImportedOfNobody1764901000000 implements MigrationInterface {
  name = 'ImportedOfNobody1764901000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function institutions.imported_of_nobody(of_kind text, code text)
        returns table (id uuid, name text, district text, township text, address text, capacity integer, nursing_beds integer,
                       service_phone text)
        language sql stable security definer set search_path = pg_catalog as $$
          select p.id, p.name, p.district, p.township, p.address, p.capacity, p.nursing_beds, p.service_phone
            from institutions.institution i join institutions.institution_public p on p.id = i.id
           where i.uscc = code and i.kind = of_kind and i.source = 'IMPORT' and i.operator_id is null
             and i.status <> 'CLOSED' and i.filing_ended_as is null and p.site_type is null
           order by i.registered_at, i.id limit 20
        $$;
      comment on function institutions.imported_of_nobody(text, text) is
        'Imported sites under a code that nobody has filed for, as the public reads them';
      revoke execute on function institutions.imported_of_nobody(text, text) from public;
      grant execute on function institutions.imported_of_nobody(text, text) to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function institutions.imported_of_nobody(text, text)');
  }
}
