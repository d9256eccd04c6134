import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public register tells what an institution charges, whether it is inclusive (普惠) and how many people hold which post; the
 * other particulars that the forms ask for stay inside.
 */
export class PublishedParticulars1764322900000 implements MigrationInterface {
  name = 'PublishedParticulars1764322900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view institutions.institution_public as
        select ${COLUMNS},
               (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(details -> 'particulars')
                 where key in ('fees', 'inclusive', 'staff')) as particulars
          from institutions.institution;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view institutions.institution_public;
      create view institutions.institution_public as
        select ${COLUMNS}
          from institutions.institution;
      comment on view institutions.institution_public is 'What the public may know of an institution (政府信息公开条例; domain notes 11.1, 11.2)';
      grant select on institutions.institution_public to zhaoguan_public;
    `);
  }
}

const COLUMNS = `id, kind, name, uscc, legal_form, legal_representative, service_phone,
               case when details ->> 'siteType' = 'HOME' then institutions.area_of(coalesce(township, district))
                    else address end as address,
               district, township,
               capacity, nursing_beds, ownership, floor_area_m2, filing_number, filed_on, status, grade, grade_since,
               registered_at`;
