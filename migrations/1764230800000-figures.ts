import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures for dashboards: indexes that hold whatever a figure counts and row-level security asks, so that a million rows are
 * counted without reading them, and the views of what is counted over several tables.
 */
export class Figures1764230800000 implements MigrationInterface {
  name = 'Figures1764230800000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The whole country is said at once: counting a million rows, that is half of the time.
      create or replace function platform.covers(district text) returns boolean
        language sql stable parallel safe
        return current_setting('app.districts', true) = '1,2,3,4,5,6,7,8,9'
          or district ^@ any (string_to_array(nullif(current_setting('app.districts', true), ''), ','));

      create index institution_figures on institutions.institution (district, kind, grade, status)
        include (township, operator_id, capacity);
      create index filing_figures on filings.filing (submitted_at)
        include (kind, district, township, status, applicant_id, updated_at) where submitted_at is not null;
      create index result_figures on inspections.result (inspected_on, id)
        include (district, kind, result_code, result_label, members);

      create view inspections.progress_facts with (security_invoker = true) as
        select d.id as draw_id, d.plan_id, d.title, d.kind, d.districts, max(t.due_on) as due_on,
               count(*) filter (where t.status = 'SUBMITTED')::integer as done,
               count(*) filter (where t.status = 'IN_PROGRESS')::integer as begun,
               count(*) filter (where t.status = 'ASSIGNED')::integer as waiting
          from inspections.draw d join inspections.task t on t.draw_id = d.id
         where d.status = 'DRAWN' group by d.id;
      comment on view inspections.progress_facts is 'How far the inspections of each running draw are; which institutions are drawn it does not tell';

      create view enforcement.open_problem_facts with (security_invoker = true) as
        select r.result_id, r.institution_id, r.district, r.inspected_on
          from inspections.failed_result_facts r
         where not exists (
           select from enforcement.case_finding f join enforcement.penalty_case c on c.id = f.case_id
            where f.result_id = r.result_id and c.status in ('DECIDED', 'NOT_PENALISED'));
      comment on view enforcement.open_problem_facts is 'Inspections at which something was found wrong, and of which no case has been decided';

      create view credit.grade_history_facts with (security_invoker = true) as
        select i.operator_id, i.id as institution_id, i.name as institution_name, g.seq, g.from_grade, g.to_grade, g.score,
               g.changed_on, g.cause
          from institutions.institution i join credit.grade_change g on g.institution_id = i.id;
      comment on view credit.grade_history_facts is 'Changes of grade with whom the institution belongs to';

      grant select on inspections.progress_facts, enforcement.open_problem_facts, credit.grade_history_facts to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view credit.grade_history_facts, enforcement.open_problem_facts, inspections.progress_facts;
      drop index inspections.result_figures, filings.filing_figures, institutions.institution_figures;
      create or replace function platform.covers(district text) returns boolean
        language sql stable parallel safe
        return district ^@ any (string_to_array(nullif(current_setting('app.districts', true), ''), ','));
    `);
  }
}
