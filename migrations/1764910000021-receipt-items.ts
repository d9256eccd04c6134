import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What else is printed on a receipt or a licence, for who compares the paper in their hand line by line; of an end neither is printed. */
export class ReceiptItems1764910000021 implements MigrationInterface {
  name = 'ReceiptItems1764910000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view filings.receipt_items_public as
        select r.sm3, jsonb_strip_nulls(jsonb_build_object(
                 'legalForm', f.application -> 'legalForm', 'ownership', f.application -> 'ownership',
                 'floorAreaM2', f.application -> 'floorAreaM2', 'premisesTenure', f.application -> 'premisesTenure',
                 'serviceForms', f.application -> 'serviceForms', 'classes', f.application -> 'classes')) as printed
          from filings.receipt r join filings.filing f on f.id = r.filing_id
         where f.type <> 'CLOSURE' and (f.type in ('INITIAL', 'CHANGE') or coalesce(r.with_filed_items, true));
      comment on view filings.receipt_items_public is
        'What is printed on a receipt beside name, address, head and size, by the SM3 of its file; nothing of a person';
      grant select on filings.receipt_items_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view filings.receipt_items_public');
  }
}
