import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a department is asked, in the counties of who asks: found without a look at the filings of the country. */
export class OpinionsOfAPlace1764325320000 implements MigrationInterface {
  name = 'OpinionsOfAPlace1764325320000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index opinion_place on filings.opinion (department, district, id desc);
      ${rights('offset 0')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${rights('')}
      drop index filings.opinion_place;
    `);
  }
}

/** Without its `offset` the database may collect all filings that somebody sees before it looks at the first opinion. */
const rights = (each: string): string => {
  const isSeen = `exists (select from filings.filing f where f.id = filing_id ${each})`;
  return `alter policy opinion_rights on filings.opinion using (${isSeen}) with check (${isSeen});`;
};
