import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has broken a commitment gives no other (曾作出虚假承诺的，不适用告知承诺): the legal person and its head, whoever files and
 * wherever. Filings of other accounts and places are hidden from who asks, so the database answers for them, yes or no.
 */
export class CommitmentBars1764324010000 implements MigrationInterface {
  name = 'CommitmentBars1764324010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.has_broken_commitment(legal_person text, head_index text) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
          select exists (
            select from filings.filing f join filings.commitment c on c.filing_id = f.id
             where c.status = 'BREACHED' and f.uscc = legal_person)
          or exists (
            select from filings.filing f join filings.commitment c on c.filing_id = f.id
             where c.status = 'BREACHED' and f.resident_id_index = head_index)
        $$;
      comment on function filings.has_broken_commitment(text, text) is
        'Whether this legal person, or this head by the blind index of the resident id, has broken a commitment anywhere';
      revoke execute on function filings.has_broken_commitment(text, text) from public;
      grant execute on function filings.has_broken_commitment(text, text) to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.has_broken_commitment(text, text);');
  }
}
