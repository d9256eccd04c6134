import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who opens accounts was told once that an office has nobody for a case, and nothing of it stayed once that was read. It waits for them, by
 * office and without what it is about, until somebody may decide.
 */
export class OfficesToStaff1764970000050 implements MigrationInterface {
  name = 'OfficesToStaff1764970000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create policy unattended_office on filings.unattended for select to zhaoguan_app
        using (exists (select from filings.filing f
                        where f.id = unattended.filing_id and platform.covers(coalesce(f.authority, f.township, f.district))));

      create view filings.unattended_facts with (security_invoker = true) as
        select u.filing_id, f.kind, coalesce(f.authority, f.district) as district,
               case when f.authority is null then f.township end as township, u.since, f.due_on
          from filings.unattended u
          join filings.filing f on f.id = u.filing_id
         where f.status = 'SUBMITTED' and not exists (select from filings.case_holder h where h.filing_id = u.filing_id);
      comment on view filings.unattended_facts is 'Cases that nobody of their authority may decide, by that authority';
      grant select on filings.unattended_facts to zhaoguan_app;

      do $$ begin
        execute 'create or replace view workbench.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('workbench.work_item'), ';') || $branch$${BRANCH}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('workbench.work_item'), ';'); begin
        execute 'create or replace view workbench.work_item with (security_invoker = true) as '
          || regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', '');
      end $$;
      drop view filings.unattended_facts;
      drop policy unattended_office on filings.unattended;
    `);
  }
}

/** One for each office: whose cases they are is nothing to who opens accounts. */
const BRANCH = `
  union all
  select 'OFFICE_TO_STAFF', 'office', md5(concat_ws('-', u.district, u.township, u.kind))::uuid,
         case u.kind when 'CHILDCARE' then '卫生健康部门' else '民政部门' end,
         count(*) || ' 件申请没有可以办理的工作人员，请新建一名备案受理人'
           || coalesce('，最早一件应在' || to_char(min(u.due_on), 'FMMM"月"FMDD"日"') || '前办结', ''),
         u.district, u.township, min(u.since), date 'infinity', date 'infinity', 'person.manage', null::text, null::uuid, '{}'::uuid[]
    from filings.unattended_facts u
   group by u.district, u.township, u.kind`;
