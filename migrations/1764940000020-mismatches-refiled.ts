import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a visit found to be otherwise is answered by handing in again what was found, and is concluded without another visit. */
export class MismatchesRefiled1764940000020 implements MigrationInterface {
  name = 'MismatchesRefiled1764940000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      actions(`'confirm', 'mismatch', 'correct', 'amend', 'refile', 'settle', 'withdraw', 'cancel'`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(actions(`'confirm', 'mismatch', 'correct', 'amend', 'withdraw', 'cancel'`));
  }
}

const actions = (names: string): string => `
  alter table filings.verification_transition
    drop constraint verification_transition_action_check,
    add constraint verification_transition_action_check check (action in (${names}));
`;
