import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bad rating that nobody may follow up, neither in the office rated nor above it, waited there unseen until its term was over.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: 差评件件有整改、有反馈
 */
export class UnattendedFollowUps1764960000061 implements MigrationInterface {
  name = 'UnattendedFollowUps1764960000061';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table feedback.follow_up add column unattended boolean not null default false;
      comment on column feedback.follow_up.unattended is 'Nobody of the office rated, and nobody above it, may handle it';
      grant update (unattended) on feedback.follow_up to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table feedback.follow_up drop column unattended');
  }
}
