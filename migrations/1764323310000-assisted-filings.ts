import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A filing that an official enters at the window for an applicant who is there (窗口代办). It is the applicant's; while the
 * assistance stands the official sees its draft as well, in the own districts. Who entered it never changes, an assistance that
 * was ended stays so, and who entered a filing decides none of it.
 */
export class AssistedFilings1764323310000 implements MigrationInterface {
  name = 'AssistedFilings1764323310000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing add column entered_by uuid references access.person;
      alter table filings.filing add column assistance_ended_at timestamptz;
      alter table filings.filing add constraint filing_assistance
        check ((assistance_ended_at is null or entered_by is not null) and entered_by <> applicant_id);
      create index filing_entered_by on filings.filing (entered_by) where entered_by is not null;
      comment on column filings.filing.entered_by is
        'Official who entered it at the window for the applicant (窗口代办); null where the applicant did it alone';
      comment on column filings.filing.assistance_ended_at is
        'When the applicant ended the assistance; null while it stands, or where there is none';

      create function filings.keep_assistance() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
          raise exception 'who entered a filing does not change, and an assistance ends once' using errcode = 'restrict_violation';
        end $$;
      create trigger filing_assistance_stays before update on filings.filing for each row
        when (old.entered_by is distinct from new.entered_by
          or old.assistance_ended_at is not null and old.assistance_ended_at is distinct from new.assistance_ended_at)
        execute function filings.keep_assistance();

      create function filings.refuse_own_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
        begin
          if exists (select from filings.filing f where f.id = new.filing_id and f.entered_by = new.actor_id) then
            raise exception 'who entered a filing does not decide it' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger transition_not_by_who_entered before insert on filings.transition for each row
        when (new.action in ('return', 'refuse', 'accept'))
        execute function filings.refuse_own_decision();
    `);
    await setPolicy(db, `${SEEN} or ${ASSISTED}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await setPolicy(db, SEEN);
    await db.query(`
      drop trigger transition_not_by_who_entered on filings.transition;
      drop function filings.refuse_own_decision();
      drop trigger filing_assistance_stays on filings.filing;
      drop function filings.keep_assistance();
      alter table filings.filing drop constraint filing_assistance;
      alter table filings.filing drop column assistance_ended_at;
      alter table filings.filing drop column entered_by;
    `);
  }
}

const SEEN = `platform.is_actor(applicant_id)
  or (status not in ('DRAFT', 'ABANDONED') and platform.covers(coalesce(township, district)))`;
const ASSISTED = `(platform.is_actor(entered_by) and assistance_ended_at is null
  and platform.covers(coalesce(township, district)))`;

function setPolicy(db: QueryRunner, rule: string): Promise<unknown> {
  return db.query(`alter policy filing_rights on filings.filing using (${rule}) with check (${rule})`);
}
