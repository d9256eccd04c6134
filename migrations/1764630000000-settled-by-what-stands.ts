import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place has filed (已经备案) by a number that is in force: not by one that has ended with its institution, or was taken back. */
export class SettledByWhatStands1764630000000 implements MigrationInterface {
  name = 'SettledByWhatStands1764630000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(numbers(`and status <> 'CLOSED' and filing_ended_as is null`));
    await db.query(
      `comment on view institutions.filing_number_facts is 'Numbers in force, and the institutions that hold them'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(numbers(''));
    await db.query(
      `comment on view institutions.filing_number_facts is 'Under which number an institution is in the directory'`,
    );
  }
}

const numbers = (inForce: string): string => `
  create or replace view institutions.filing_number_facts with (security_invoker = true) as
    select id as institution_id, kind, district, filing_number from institutions.institution
     where filing_number is not null ${inForce}`;
