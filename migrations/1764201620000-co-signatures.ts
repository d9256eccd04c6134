import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 会签: a second inspector signs that an institution is gone, before another takes its place. */
export class CoSignatures1764201620000 implements MigrationInterface {
  name = 'CoSignatures1764201620000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table inspections.task add column submitted_by uuid, add column co_signed_by uuid, add column co_signed_at timestamptz;
      update inspections.task t set submitted_by = r.submitted_by from inspections.result r where r.id = t.result_id;
      alter table inspections.task
        add constraint task_co_signed check (
          (co_signed_by is null) = (co_signed_at is null) and co_signed_by <> submitted_by and co_signed_by = any (assignees));
      comment on column inspections.task.submitted_by is 'Member of the team who submitted the result';
      comment on column inspections.task.co_signed_by is
        'Another member of the team, who signed that the institution is closed, has moved or was not found (会签)';
      grant update (submitted_by, co_signed_by, co_signed_at) on inspections.task to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table inspections.task drop column submitted_by, drop column co_signed_by, drop column co_signed_at;
    `);
  }
}
