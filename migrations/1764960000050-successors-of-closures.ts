import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who takes over by a closure is kept with it as it was found at the acceptance, with the account that was told: a name that is looked up
 * anew when an official has looked may by then be somebody else's, whom nobody has told.
 */
export class SuccessorsOfClosures1764960000050 implements MigrationInterface {
  name = 'SuccessorsOfClosures1764960000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.closure_follow_up
        add column successor_id uuid references institutions.institution (id),
        add column successor_account uuid references access.person (id),
        add constraint closure_follow_up_successor check ((successor_id is null) = (successor_account is null));
      create index closure_follow_up_successor on filings.closure_follow_up (successor_id);
      create index closure_follow_up_successor_account on filings.closure_follow_up (successor_account);
      comment on column filings.closure_follow_up.successor_id is
        'Who takes over by the notice (承接机构), as it was found at the acceptance; null where none was';
      comment on column filings.closure_follow_up.successor_account is
        'In whose account it was then: told of it, where that is another than the applicant';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table filings.closure_follow_up drop column successor_id, drop column successor_account',
    );
  }
}
