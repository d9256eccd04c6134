import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever conducts an application for a licence is to say within five working days whether it is taken in; afterwards it counts as that, and
 * nothing is left to be said.
 * @law 行政许可法第三十二条第一款第四项
 */
export class AdmissionWork1764640000010 implements MigrationInterface {
  name = 'AdmissionWork1764640000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${TO_ADMIT}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || regexp_replace(rtrim(pg_get_viewdef('filings.work_item'), ';'), 'UNION ALL\\s+SELECT ''LICENCE_TO_ADMIT.*$', '');
      end $$;
    `);
  }
}

const OPEN = `f.status = 'SUBMITTED' and f.admitted_on is null and f.admit_by is not null`;
const ROW = `'filing', f.id, f.name, '逾期没有告知的，自收到材料之日起即为受理', f.district, f.township, f.submitted_at,
         f.admit_by, f.admit_by, 'filing.admit', platform.lead_department(f.kind)`;

/** The office's until somebody conducts it, then theirs. */
const TO_ADMIT = `
  union all
  select 'LICENCE_TO_ADMIT', ${ROW}, null::uuid, '{}'::uuid[]
    from filings.filing f
   where ${OPEN} and not exists (select from filings.case_holder h where h.filing_id = f.id)
  union all
  select 'LICENCE_TO_ADMIT', ${ROW}, h.person_id, '{}'::uuid[]
    from filings.case_holder h join filings.filing f on f.id = h.filing_id
   where ${OPEN}`;
