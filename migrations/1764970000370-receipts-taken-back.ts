import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who checks the paper by which something was taken back learns what has become of the receipt that stood again by it. */
export class ReceiptsTakenBack1764970000370 implements MigrationInterface {
  name = 'ReceiptsTakenBack1764970000370';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view filings.taken_back_receipt_public as
        select p.spelling as paper, p.number as "by", upper(replace(normalize(f.filing_number, nfkc), ' ', '')) as receipt
          from filings.paper p join filings.filing f on f.id = p.filing_id
         where p.kind = 'RETRACTION_GRANT' and f.filing_number is not null;
      comment on view filings.taken_back_receipt_public is 'Under which number a receipt was taken back by a paper, as both are looked up, and the paper as it is printed';
      grant select on filings.taken_back_receipt_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view filings.taken_back_receipt_public');
  }
}
