import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who names an institution as taking people in is told that it will stop itself, and finds it by a name that it had: everybody may read
 * both. Who begins a draft at the window is told which colleague has begun one.
 */
export class StepsInTheRegister1764970000170 implements MigrationInterface {
  name = 'StepsInTheRegister1764970000170';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'grant select on institutions.status_step_public, institutions.former_name_public to zhaoguan_app',
    );
    await db.query(`
      create function filings.drafts_of_clerks(person uuid, of_kind text, code text) returns table (clerk uuid, begun_on date)
        language sql stable security definer set search_path to pg_catalog as $$
          select f.entered_by, (f.created_at at time zone 'Asia/Shanghai')::date
            from filings.filing f
           where f.applicant_id = person and f.status = 'DRAFT' and f.type = 'INITIAL' and f.kind = of_kind and f.uscc = code
             and f.entered_by is not null and not platform.is_actor(f.entered_by) and f.assistance_ended_at is null
           order by f.created_at desc limit 5
        $$;
      revoke execute on function filings.drafts_of_clerks from public;
      grant execute on function filings.drafts_of_clerks to zhaoguan_app;
    `);
    await db.query('create index former_name_name on institutions.former_name (name)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index institutions.former_name_name');
    await db.query('drop function filings.drafts_of_clerks');
    await db.query(
      'revoke select on institutions.status_step_public, institutions.former_name_public from zhaoguan_app',
    );
  }
}
