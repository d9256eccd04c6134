import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans of bodies that hold townships and no county (西咸新区), and plans of the counties around them. */
export class TownshipPlans1764201610000 implements MigrationInterface {
  name = 'TownshipPlans1764201610000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function inspections.prefix_of(code text) returns text
        language sql immutable parallel safe strict
        return case when length(code) = 9 then code else regexp_replace(code, '(00){1,2}$', '') end;
      comment on function inspections.prefix_of(text) is
        'The digits shared by everything inside a district; a township''s nine digits whole, though they may end in 00';
      grant execute on function inspections.prefix_of(text) to zhaoguan_app, zhaoguan_public;

      ${reaches('inspections.prefix_of(d)')}

      alter table inspections.plan add column excluded_townships text[] not null default '{}';
      alter table inspections.plan alter column excluded_townships drop default;
      comment on column inspections.plan.districts is 'County-level codes (GB/T 2260), or nine-digit codes of single townships';
      comment on column inspections.plan.excluded_townships is
        'Townships inside these counties that another managing body holds: not in the hat';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      comment on column inspections.plan.districts is 'County-level codes (GB/T 2260)';
      alter table inspections.plan drop column excluded_townships;
      ${reaches(`regexp_replace(d, '(00){1,2}$', '')`)}
      drop function inspections.prefix_of(text);
    `);
  }
}

/** The function as it finds what is shared by everything inside the district `d`. */
const reaches = (prefix: string): string => `
      create or replace function inspections.reaches(districts text[]) returns boolean
        language sql stable parallel safe
        return exists (
          select from unnest(districts) as d
           where d = '*' or platform.covers(d)
              or exists (select from unnest(string_to_array(nullif(current_setting('app.districts', true), ''), ',')) as p
                          where p ^@ ${prefix}));`;
