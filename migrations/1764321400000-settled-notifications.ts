import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notification that asks for an act is done with when the act is done, by whomever and on whatever page. */
export class SettledNotifications1764321400000 implements MigrationInterface {
  name = 'SettledNotifications1764321400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table workbench.notification
        add column awaits text, add column matter_id uuid, add column done_at timestamptz,
        add constraint notification_matter check ((awaits is null) = (matter_id is null));
      comment on column workbench.notification.awaits is
        'Type of the work item that it asks for; null where it is told for information';
      comment on column workbench.notification.matter_id is
        'Of what the work item is: mostly the subject, else what the person told has no page of';
      comment on column workbench.notification.done_at is
        'Since when what it asks for waits no more; unread ones only';
      update workbench.notification set ${ASKED} where subject_id is not null and type in (${list(Object.keys(AWAITED))});
      update workbench.notification
         set awaits = split_part(occasion, ':', 2), matter_id = split_part(occasion, ':', 3)::uuid
       where type in ('TERM_NEAR', 'TERM_OVERDUE')
         and occasion ~ '^[^:]+:[A-Z_]+:[0-9a-f-]{36}:[0-9-]+$';
      drop index workbench.notification_unread;
      create index notification_unread on workbench.notification (person_id, id desc)
        where read_at is null and done_at is null;
      create index notification_awaiting on workbench.notification (matter_id)
        where awaits is not null and read_at is null and done_at is null;
      create policy notification_settle on workbench.notification for update to zhaoguan_app
        using (platform.is_system()) with check (platform.is_system());
      grant update (done_at) on workbench.notification to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy notification_settle on workbench.notification;
      revoke update (done_at) on workbench.notification from zhaoguan_app;
      drop index workbench.notification_awaiting, workbench.notification_unread;
      create index notification_unread on workbench.notification (person_id, id desc) where read_at is null;
      alter table workbench.notification drop column done_at, drop column matter_id, drop column awaits;
    `);
  }
}

/** What those ask for that were told before: as libs/workbench/src/domain/notification.ts says it for new ones. */
const AWAITED = {
  FILING_SUBMITTED: 'FILING_TO_DECIDE',
  FILING_RETURNED: 'FILING_TO_CORRECT',
  DRAW_ANNOUNCED: 'BEACON_TO_ENTER',
  DRAW_DRAWN: 'DRAW_TO_OPEN',
  DRAW_INFEASIBLE: 'DRAW_TO_VOID',
  TASKS_ASSIGNED: 'INSPECTION_TO_START',
  INSPECTION_SUBMITTED: 'RESULT_TO_PUBLISH',
  FINDINGS_TO_TAKE_UP: 'FINDING_TO_TAKE_UP',
  PENALTY_NOTICED: 'STATEMENT_TO_MAKE',
  STATEMENT_MADE: 'CASE_TO_DECIDE',
  STATEMENT_ENDED: 'CASE_TO_DECIDE',
} as const;
const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const ASKED = `matter_id = subject_id, awaits = case type ${Object.entries(AWAITED)
  .map(([type, awaits]) => `when '${type}' then '${awaits}'`)
  .join(' ')} end`;
