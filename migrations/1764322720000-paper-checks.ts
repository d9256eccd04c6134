import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What anybody may ask about a paper. Of one that concerns its addressee alone the view gives no name; it is found by the digest of
 * the code in its QR, so that who reads a replica learns no code.
 */
export class PaperChecks1764322720000 implements MigrationInterface {
  name = 'PaperChecks1764322720000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view filings.paper_public as
        select p.kind, p.number, p.spelling, p.code_digest, p.title, p.authority, p.issued_on, p.is_public,
               case when p.is_public then p.addressee end as addressee, r.sm3,
               (select later.number from filings.paper later
                 where later.filing_id = p.filing_id and later.kind = p.kind and later.round > p.round
                 order by later.round desc limit 1) as superseded_by
          from filings.paper p
          left join filings.paper_print r on r.paper_id = p.id;
      comment on view filings.paper_public is 'Whether a paper is genuine; what it says is in none of it';

      -- The versions of a number are counted in filings.receipt_public, for one number: this says of which a file is.
      create view filings.receipt_file_public as
        select r.sm3, upper(replace(normalize(f.filing_number, nfkc), ' ', '')) as spelling
          from filings.receipt r join filings.filing f on f.id = r.filing_id;
      comment on view filings.receipt_file_public is 'Of which number a file is the receipt';
      grant select on filings.paper_public, filings.receipt_file_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view filings.receipt_file_public; drop view filings.paper_public;');
  }
}
