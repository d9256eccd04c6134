import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The account of an applicant who signs in with a partner platform has no password: an administrator could give it one, and sign in as the
 * applicant. One whose password its person has chosen since stays as it is.
 */
export class AccountsWithoutPassword1764700050000 implements MigrationInterface {
  name = 'AccountsWithoutPassword1764700050000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table access.person add column has_password boolean not null default true;
      comment on column access.person.has_password is
        'False for accounts of applicants who sign in with a partner platform: no password opens them';
      update access.person set has_password = false, password_hash = 'none', must_change_password = false
       where must_change_password and id in (select person_id from exchange.applicant);
    `);
  }

  /** The account stays closed. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table access.person drop column has_password');
  }
}
