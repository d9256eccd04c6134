import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office without staff waited without a last day, below all that had one, though the term of a case of it ran out or had passed. */
export class DaysOfOfficesToStaff1764970000302 implements MigrationInterface {
  name = 'DaysOfOfficesToStaff1764970000302';

  async up(db: QueryRunner): Promise<void> {
    await db.query(viewOf(`coalesce(min(u.due_on), 'infinity')`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(viewOf(`date 'infinity'`));
  }
}

/** @param dueOn of an office: the last day of the case that ends first */
const viewOf = (dueOn: string): string => `
  create or replace view workbench.work_item with (security_invoker = true) as
  select 'OVERDUE_TO_SUPERVISE' as type, 'overdue' as subject_type, id as subject_id, title, detail, place as district,
         case when place = district then township end as township, raised_at as since, date 'infinity' as until,
         date 'infinity' as due_on, 'overdue.supervise' as permission, department, null::uuid as assignee, concerned as not_actors
    from workbench.overdue where status in ('RAISED', 'EXPLAINED')
  union all
  select 'OFFICE_TO_STAFF', 'office', md5(concat_ws('-', u.district, u.township, u.kind))::uuid,
         case u.kind when 'CHILDCARE' then '卫生健康部门' else '民政部门' end,
         count(*) || ' 件申请没有可以办理的工作人员，请新建一名备案受理人'
           || coalesce('，最早一件应在' || to_char(min(u.due_on), 'FMMM"月"FMDD"日"') || '前办结', ''),
         u.district, u.township, min(u.since), date 'infinity', ${dueOn}, 'person.manage', null::text, null::uuid, '{}'::uuid[]
    from filings.unattended_facts u
   group by u.district, u.township, u.kind`;
