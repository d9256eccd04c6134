import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the institutions that were drawn: the public page of an opened draw shows who was drawn, and the result. */
export class DrawOutcomes1764117400000 implements MigrationInterface {
  name = 'DrawOutcomes1764117400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index result_of_task on inspections.result (task_id) where status = 'PUBLISHED';
      create view inspections.draw_task_public as
        select t.draw_id, t.institution_id as target_id, t.institution_name as name, t.status,
               r.id as result_id, r.result_code, r.result_label
          from inspections.task t
          join inspections.draw d on d.id = t.draw_id and d.seed is not null
          left join lateral (
            select id, result_code, result_label from inspections.result r
             where r.task_id = t.id and r.status = 'PUBLISHED'
               and not exists (select from inspections.result c where c.corrects = r.id and c.status = 'PUBLISHED')
             limit 1) r on true;
      comment on view inspections.draw_task_public is
        'What became of each drawn institution, with its published result, once the draw is opened';
      grant select on inspections.draw_task_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view inspections.draw_task_public;
      drop index inspections.result_of_task;
    `);
  }
}
