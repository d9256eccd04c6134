import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who entered a filing at the window no longer sees its draft once the applicant has ended the assistance (结束代办). That it was
 * ended they may be told, else an old link leads to nothing without a word; nothing else of it, and nobody but them.
 */
export class EndedAssistance1764700100000 implements MigrationInterface {
  name = 'EndedAssistance1764700100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.assistance_was_ended(filing uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
          select exists (select from filings.filing f
                          where f.id = filing and platform.is_actor(f.entered_by) and f.assistance_ended_at is not null)
        $$;
      comment on function filings.assistance_was_ended is
        'Whether the actor entered this filing at the window and the applicant has ended that, also where the actor sees it no more';
      revoke execute on function filings.assistance_was_ended from public;
      grant execute on function filings.assistance_was_ended to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.assistance_was_ended');
  }
}
