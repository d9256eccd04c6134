import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address of the party stands in a case as its name does: a document printed next year says what was so then. */
export class PartyAddresses1764321500000 implements MigrationInterface {
  name = 'PartyAddresses1764321500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case add column party_address text;
      update enforcement.penalty_case c set party_address = i.address
        from institutions.institution i where i.id = c.institution_id;
      alter table enforcement.penalty_case alter column party_address set not null;
      comment on column enforcement.penalty_case.party_address is 'As registered when the case was opened';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table enforcement.penalty_case drop column party_address');
  }
}
