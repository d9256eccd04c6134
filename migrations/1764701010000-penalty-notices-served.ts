import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice of a penalty tells how it reached the party: online only where somebody reads it there. */
export class PenaltyNoticesServed1764701010000 implements MigrationInterface {
  name = 'PenaltyNoticesServed1764701010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case
        add column notice_service text,
        add column notice_service_note text,
        add column notice_served_on date,
        add constraint case_notice_served check (
          (notice_service is null and notice_service_note is null and notice_served_on is null)
          or (noticed_on is not null and notice_service in ('ONLINE', 'DELIVERED')
              and (notice_service = 'ONLINE') = (notice_service_note is null)
              and notice_served_on is not null and notice_served_on <= noticed_on));
      comment on column enforcement.penalty_case.notice_service is
        'How the notice reached the party; null for one from before that was asked';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table enforcement.penalty_case
        drop constraint case_notice_served,
        drop column notice_service, drop column notice_service_note, drop column notice_served_on;
    `);
  }
}
