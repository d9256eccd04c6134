import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A promise that lapsed with a removal comes back with its annulment, and the days that were left come back with it. */
export class RestoredPromises1764920000010 implements MigrationInterface {
  name = 'RestoredPromises1764920000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.commitment_transition add column removal_id uuid;
      comment on column filings.commitment_transition.removal_id is
        'The removal (注销、撤销) by which, or by the annulment of which, it came';
      create index commitment_lapsed_by on filings.commitment_transition (removal_id) where removal_id is not null;
      ${keepCommitment(`and not (old.status = 'LAPSED' and new.status = 'OPEN' and new.due_on > old.due_on)`)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${keepCommitment('')}
      alter table filings.commitment_transition drop column removal_id;
    `);
  }
}

/** @param unless where the last day of a promise that binds may move after all */
const keepCommitment = (unless: string): string => `
      create or replace function filings.keep_commitment() returns trigger language plpgsql set search_path = pg_catalog as $function$
  begin
    if (old.id, old.filing_id, old.code, old.name, old.text, old.days, old.basis_law, old.basis_article, old.given_by, old.given_at)
       is distinct from (new.id, new.filing_id, new.code, new.name, new.text, new.days, new.basis_law, new.basis_article,
                         new.given_by, new.given_at)
       or old.due_on is distinct from new.due_on and old.due_on is not null ${unless}
       or old.due_on is not null and (old.applicant_id, old.kind, old.district, old.township, old.filing_name)
            is distinct from (new.applicant_id, new.kind, new.district, new.township, new.filing_name)
    then
      raise exception 'what was promised does not change' using errcode = 'restrict_violation';
    end if;
    if old.due_on is null and new.due_on is not null then
      select f.applicant_id, f.kind, coalesce(f.authority, f.district), case when f.authority is null then f.township end, f.name
        into new.applicant_id, new.kind, new.district, new.township, new.filing_name
        from filings.filing f where f.id = new.filing_id;
    end if;
    return new;
  end $function$;`;
