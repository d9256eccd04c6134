import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An official of a city may have taken the case of a county while that was allowed. It waits for that person, who may not decide it, and
 * for nobody else. Whoever holds an open case is looked at once more; what they may not decide goes back into the queue.
 */
export class CasesHeldAbove1764700020000 implements MigrationInterface {
  name = 'CasesHeldAbove1764700020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      insert into platform.outbox (job, payload, not_before, created_at)
        select distinct on (h.person_id) 'filings.release-cases', jsonb_build_object('personId', h.person_id), now(), now()
          from filings.case_holder h join filings.filing f on f.id = h.filing_id
         where f.status in ('SUBMITTED', 'RETURNED');
    `);
  }

  /** A case that went back stays in the queue; to look again does no harm. */
  async down(): Promise<void> {}
}
