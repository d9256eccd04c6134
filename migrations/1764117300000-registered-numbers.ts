import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number that a directory brought in is in the register, but its receipt was issued elsewhere: asked for it, the site
 * said that the receipt was none of ours, as it says of a forgery.
 */
export class RegisteredNumbers1764117300000 implements MigrationInterface {
  name = 'RegisteredNumbers1764117300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index institution_number_spelling on institutions.institution
        (upper(replace(normalize(filing_number, nfkc), ' ', ''))) where filing_number is not null;
      create view institutions.filing_number_public as
        select filing_number, upper(replace(normalize(filing_number, nfkc), ' ', '')) as spelling, id as institution_id,
               name, kind, district, filed_on
          from institutions.institution
         where filing_number is not null;
      comment on view institutions.filing_number_public is 'Filing numbers in the register, wherever their receipts were issued';
      comment on column institutions.filing_number_public.spelling is 'The number in half width and capitals, without spaces: how it is asked for';
      grant select on institutions.filing_number_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view institutions.filing_number_public;
      drop index institutions.institution_number_spelling;
    `);
  }
}
