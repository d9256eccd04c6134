import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who entered a case at the window hears of its outcome, and reads who ended the assistance: the applicant, or they themselves. */
export class OutcomesAtWindow1764905310000 implements MigrationInterface {
  name = 'OutcomesAtWindow1764905310000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing add column assistance_ended_by uuid;
      comment on column filings.filing.assistance_ended_by is
        'Who ended the assistance: the applicant, or the official who assisted; null while it stands, and of what ended before this was kept';
      ${leaving(', assistance_ended_by = f.entered_by')}
      create view filings.window_facts with (security_invoker = true) as
        select id as filing_id, entered_by from filings.filing
         where entered_by is not null and assistance_ended_at is null;
      comment on view filings.window_facts is 'Who entered a case at the window and still assists its applicant';
      grant select on filings.window_facts to zhaoguan_app;
      create index filing_entered on filings.filing (entered_by) where entered_by is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index filings.filing_entered;
      drop view filings.window_facts;
      ${leaving('')}
      alter table filings.filing drop column assistance_ended_by;
    `);
  }
}

const leaving = (more: string): string => `
  create or replace function filings.leave_assistance(filing uuid, seen integer, left_at timestamptz)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $function$
        begin
          update filings.filing f set assistance_ended_at = left_at${more}, updated_at = left_at, version = f.version + 1
           where f.id = filing and f.version = seen and platform.is_actor(f.entered_by) and f.assistance_ended_at is null
             and f.status in ('DRAFT', 'RETURNED');
          return found;
        end $function$;`;
