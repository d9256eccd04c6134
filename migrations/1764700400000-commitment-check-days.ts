import type { MigrationInterface, QueryRunner } from 'typeorm';

const FORMER = `COALESCE(min(c.due_on) FILTER (WHERE (c.status = 'OPEN'::text)), 'infinity'::date)`;
/** The first of the last days: of what was not handed in that of the applicant, of what was that of the authority. */
const FIRST = `LEAST(min(c.due_on) FILTER (WHERE (c.status = 'OPEN'::text)), min(c.check_by))`;
/** Twenty working days, as nearly as the days of rest let a statement say it. */
const ABOUT_TWENTY_WORKING_DAYS = 28;

/**
 * What was handed in for a commitment (告知承诺) is looked at by a day: it waited without any, and nobody was urged.
 * @law 国办发〔2020〕42号: what was promised is checked in time
 */
export class CommitmentCheckDays1764700400000 implements MigrationInterface {
  name = 'CommitmentCheckDays1764700400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.commitment add column check_by date;
      comment on column filings.commitment.check_by is 'Last day for looking at what was handed in; null while nothing waits to be looked at';
      update filings.commitment c
         set check_by = (select (max(t.at) at time zone 'Asia/Shanghai')::date + ${ABOUT_TWENTY_WORKING_DAYS}
                           from filings.commitment_transition t
                          where t.commitment_id = c.id and t.to_status = 'HANDED_IN')
       where c.status = 'HANDED_IN';
      alter table filings.commitment
        add constraint commitment_checked_in_time check ((check_by is not null) = (status = 'HANDED_IN'));
      grant update (check_by) on filings.commitment to zhaoguan_app;
    `);
    await db.query(judgedBy(FORMER, FIRST));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(judgedBy(FIRST, FORMER));
    await db.query(`
      alter table filings.commitment drop constraint commitment_checked_in_time;
      alter table filings.commitment drop column check_by;
    `);
  }
}

const judgedBy = (former: string, following: string): string => `
  do $do$ declare
    shown text := pg_get_viewdef('filings.work_item');
  begin
    if strpos(shown, $sql$${former}$sql$) = 0 then
      raise exception 'the last day of COMMITMENT_TO_CHECK stands otherwise than expected';
    end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || replace(shown, $sql$${former}$sql$, $sql$${following}$sql$);
  end $do$;
`;
