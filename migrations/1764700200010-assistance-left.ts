import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who assists an applicant at the window may leave the draft to them: from then on they do not see it any more, so that row-level
 * security would refuse the change itself. The function changes nothing but that, and only of what the caller assists in.
 */
export class AssistanceLeft1764700200010 implements MigrationInterface {
  name = 'AssistanceLeft1764700200010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.leave_assistance(filing uuid, seen integer, left_at timestamptz) returns boolean
        language plpgsql security definer set search_path = pg_catalog as $$
        begin
          update filings.filing f set assistance_ended_at = left_at, updated_at = left_at, version = f.version + 1
           where f.id = filing and f.version = seen and platform.is_actor(f.entered_by) and f.assistance_ended_at is null
             and f.status in ('DRAFT', 'RETURNED');
          return found;
        end $$;
      comment on function filings.leave_assistance(uuid, integer, timestamptz) is
        'Ends the assistance of who calls in what is not handed in; false where there is none, or another version';
      revoke execute on function filings.leave_assistance(uuid, integer, timestamptz) from public;
      grant execute on function filings.leave_assistance(uuid, integer, timestamptz) to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function filings.leave_assistance(uuid, integer, timestamptz)');
  }
}
