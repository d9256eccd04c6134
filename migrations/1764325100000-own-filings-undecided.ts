import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who applied for a filing decides it no more than who entered it, not after coming to work for the authority either. */
export class OwnFilingsUndecided1764325100000 implements MigrationInterface {
  name = 'OwnFilingsUndecided1764325100000';

  async up(db: QueryRunner): Promise<void> {
    await refuseDecisionOf(
      db,
      'new.actor_id in (f.applicant_id, f.entered_by)',
      'who applied for or entered',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await refuseDecisionOf(db, 'f.entered_by = new.actor_id', 'who entered');
  }
}

function refuseDecisionOf(db: QueryRunner, concerned: string, who: string): Promise<unknown> {
  return db.query(`
      create or replace function filings.refuse_own_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
          if exists (select from filings.filing f where f.id = new.filing_id and ${concerned}) then
            raise exception '${who} a filing does not decide it' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
    `);
}
