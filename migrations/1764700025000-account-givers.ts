import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever gave an applicant the password of their account could have signed in with it, filed, and taken the filing in alone. It is kept
 * with the account, and with what is filed from it: they decide that as little as what they entered at the window themselves.
 */
export class AccountGivers1764700025000 implements MigrationInterface {
  name = 'AccountGivers1764700025000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table access.person add column password_given_by uuid references access.person;
      create index person_password_given_by on access.person (password_given_by) where password_given_by is not null;
      comment on column access.person.password_given_by is
        'Official who was shown the initial password, at the opening of the account or when it was reset; null where nobody was';
      update access.person p set password_given_by = e.actor_id
        from (select distinct on (subject_id) subject_id, actor_id from audit.entry
               where subject_type = 'person' and action in ('access.person-created', 'access.password-reset')
               order by subject_id, id desc) e
       where e.subject_id = p.id::text and exists (select from access.person g where g.id = e.actor_id) and e.actor_id <> p.id;

      alter table filings.filing add column account_given_by uuid references access.person;
      comment on column filings.filing.account_given_by is
        'Official who had been shown the password of the applicant''s account when it was drafted; null where nobody had';
      create index filing_account_given_by on filings.filing (account_given_by) where account_given_by is not null;
      update filings.filing f set account_given_by = p.password_given_by
        from access.person p
       where p.id = f.applicant_id and p.password_given_by is not null and f.status in ('DRAFT', 'SUBMITTED', 'RETURNED');

      create function filings.keep_account_giver() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
          raise exception 'who gave the account of a filing does not change' using errcode = 'restrict_violation';
        end $$;
      create trigger filing_account_giver_stays before update on filings.filing for each row
        when (old.account_given_by is distinct from new.account_given_by)
        execute function filings.keep_account_giver();
      create or replace view filings.concerned_facts with (security_invoker = true) as
        select id as filing_id, applicant_id as person_id from filings.filing
        union all
        select id, entered_by from filings.filing where entered_by is not null
        union all
        select id, account_given_by from filings.filing where account_given_by is not null;
      comment on view filings.concerned_facts is
        'Who filed, entered for the applicant, or gave them the account, and so has no say in it';
    `);
    await refuseDecisionOf(db, 'f.applicant_id, f.entered_by, f.account_given_by');
  }

  async down(db: QueryRunner): Promise<void> {
    await refuseDecisionOf(db, 'f.applicant_id, f.entered_by');
    await db.query(`
      create or replace view filings.concerned_facts with (security_invoker = true) as
        select id as filing_id, applicant_id as person_id from filings.filing
        union all
        select id, entered_by from filings.filing where entered_by is not null;
      comment on view filings.concerned_facts is 'Who filed, or entered for the applicant, and so has no say in it';
      drop trigger filing_account_giver_stays on filings.filing;
      drop function filings.keep_account_giver();
      alter table filings.filing drop column account_given_by;
      alter table access.person drop column password_given_by;
    `);
  }
}

function refuseDecisionOf(db: QueryRunner, concerned: string): Promise<unknown> {
  return db.query(`
    create or replace function filings.refuse_own_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if exists (select from filings.filing f where f.id = new.filing_id and new.actor_id in (${concerned})) then
          raise exception 'who applied for or entered a filing does not decide it' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
  `);
}
