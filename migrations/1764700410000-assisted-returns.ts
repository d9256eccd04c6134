import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what is returned, the row of whoever assists at the window: they put it right with the applicant, as long as that stands. */
const ASSISTED = `
  union all
  select 'FILING_TO_CORRECT'::text, 'filing'::text, f.id, f.name, '窗口代办的申请，请与申请人按补正意见修改后重新提交'::text, f.district,
         f.township, t.at, 'infinity'::date, f.correct_by, 'filing.assist'::text, null::text, f.entered_by, '{}'::uuid[]
    from filings.filing f
    join lateral (select transition.at from filings.transition
                   where transition.filing_id = f.id order by transition.seq desc limit 1) t on true
   where f.status = 'RETURNED' and f.entered_by is not null and f.assistance_ended_at is null`;

/** What is returned waits for the official who entered it at the window too (窗口代办): it was in nobody's list but the applicant's. */
export class AssistedReturns1764700410000 implements MigrationInterface {
  name = 'AssistedReturns1764700410000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_assisted_return on filings.filing (entered_by)
        where status = 'RETURNED' and entered_by is not null and assistance_ended_at is null
    `);
    await db.query(`
      do $do$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ' ;') || $sql$${ASSISTED}$sql$;
      end $do$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $do$ declare
        shown text := pg_get_viewdef('filings.work_item');
        last integer := length(shown) - strpos(reverse(shown), reverse('UNION ALL')) - length('UNION ALL') + 1;
      begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as ' || left(shown, last);
      end $do$;
    `);
    await db.query('drop index filings.filing_assisted_return');
  }
}
