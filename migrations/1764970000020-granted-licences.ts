import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who checks the decision by which a licence was granted learns which one, and by that what has become of it. */
export class GrantedLicences1764970000020 implements MigrationInterface {
  name = 'GrantedLicences1764970000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view filings.granted_licence_public as
        select p.spelling as paper, upper(replace(normalize(f.filing_number, nfkc), ' ', '')) as licence
          from filings.paper p join filings.filing f on f.id = p.filing_id
         where p.kind = 'LICENCE_GRANT' and f.filing_number is not null;
      comment on view filings.granted_licence_public is 'Of which licence a paper is the grant, both as they are looked up';
      grant select on filings.granted_licence_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view filings.granted_licence_public');
  }
}
