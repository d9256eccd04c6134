import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A promise is about what was filed: with the filing that is cancelled or revoked it ends, and costs nobody anything who files anew. */
export class LapsedPromises1764910000120 implements MigrationInterface {
  name = 'LapsedPromises1764910000120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(stateCheck(['GIVEN', 'OPEN', 'HANDED_IN', 'KEPT', 'BREACHED', 'WITHDRAWN', 'LAPSED']));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(stateCheck(['GIVEN', 'OPEN', 'HANDED_IN', 'KEPT', 'BREACHED', 'WITHDRAWN']));
  }
}

const stateCheck = (states: readonly string[]): string => `
  alter table filings.commitment drop constraint commitment_status_check,
    add constraint commitment_status_check check (status in (${states.map((state) => `'${state}'`).join(', ')}))`;
