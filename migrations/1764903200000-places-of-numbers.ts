import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who settles a clue by a number is asked where the institution of the number stands: another place is no answer by itself. */
export class PlacesOfNumbers1764903200000 implements MigrationInterface {
  name = 'PlacesOfNumbers1764903200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(numbers(', name, address, uscc'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view institutions.filing_number_facts;
      ${numbers('')};
      comment on view institutions.filing_number_facts is 'Numbers in force, and the institutions that hold them';
      grant select on institutions.filing_number_facts to zhaoguan_app;
    `);
  }
}

const numbers = (facts: string): string => `
  create or replace view institutions.filing_number_facts with (security_invoker = true) as
    select id as institution_id, kind, district, filing_number${facts} from institutions.institution
     where filing_number is not null and status <> 'CLOSED' and filing_ended_as is null`;
