import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is late was raised to a level above where nobody of this platform could urge it, and left the list of those who could. Where
 * nobody above is there it stays with its own level, and it is kept that it is so.
 */
export class OverdueWithNobodyAbove1764970000210 implements MigrationInterface {
  name = 'OverdueWithNobodyAbove1764970000210';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table workbench.overdue add column lacking text check (lacking in ('ABOVE', 'ALL'));
      comment on column workbench.overdue.lacking is
        'Who could urge it and is not on this platform: nobody of the levels above, or nobody at all; null where it lies with somebody';
      grant update (lacking) on workbench.overdue to zhaoguan_app;
      alter table workbench.overdue_step drop constraint overdue_step_action_check;
      alter table workbench.overdue_step add constraint overdue_step_action_check
        check (action in ('raiseFurther', 'keep', 'urge', 'explain', 'end', 'raiseAgain'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table workbench.overdue_step drop constraint overdue_step_action_check;
      alter table workbench.overdue_step add constraint overdue_step_action_check
        check (action in ('raiseFurther', 'urge', 'explain', 'end', 'raiseAgain')) not valid;
      alter table workbench.overdue drop column lacking;
    `);
  }
}
