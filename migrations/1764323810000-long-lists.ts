import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that read whole tables where there are very many: found by the plans of a registry of a million institutions. */
export class LongLists1764323810000 implements MigrationInterface {
  name = 'LongLists1764323810000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_next_due on filings.filing (coalesce(due_on, 'infinity'::date), id);
      drop index filings.filing_due_first;
      create index expiry_of_a_thing on staff.expiry (what, ends_on, id) where status in ('WATCHED', 'EXPIRED', 'CHECKED');
      ${workItems('e.district', ', e.district', `'infinity'::date`)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${workItems('i.district', '', 'null::date')}
      drop index staff.expiry_of_a_thing;
      create index filing_due_first on filings.filing (kind, coalesce(due_on, 'infinity'::date), id) where status <> 'DRAFT';
      drop index filings.filing_next_due;
    `);
  }
}

/**
 * By the district of what ends, which an index begins with, instead of by that of the institution, of which all would be
 * looked at. What has no last day ends at infinity, as in every view of this form: a null is beyond no cursor.
 */
const workItems = (district: string, andBy: string, noLastDay: string): string => `
  create or replace view staff.work_item with (security_invoker = true) as
  select 'EXPIRY_TO_CHECK' as type, 'expiry' as subject_type, i.id as subject_id, i.name as title,
         count(*) || ' 项已到期' as detail, ${district} as district, i.township,
         (min(e.ends_on + 1)::timestamp at time zone 'Asia/Shanghai') as since, 'infinity'::date as until,
         ${noLastDay} as due_on, 'expiry.check' as permission, platform.lead_department(i.kind) as department,
         null::uuid as assignee, '{}'::uuid[] as not_actors
    from staff.expiry e join institutions.institution i on i.id = e.institution_id
   where e.status = 'EXPIRED' group by i.id${andBy}
  union all
  select 'EXPIRY_TO_RENEW', 'expiry', i.id, i.name,
         count(*) || ' 项需要续期，最早 ' || to_char(min(e.ends_on), 'YYYY-MM-DD') || ' 到期', i.district, null,
         min(e.opened_at), 'infinity'::date, ${noLastDay}, 'expiry.read', null, i.operator_id, '{}'::uuid[]
    from institutions.institution i join staff.expiry e on e.institution_id = i.id
   where e.status in ('WATCHED', 'EXPIRED', 'CHECKED') and e.stage >= 2 and i.operator_id is not null
     and e.finding is distinct from 'NOT_NEEDED' group by i.id;
`;
