import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An institution that has asked for its licence to go on is not asked to do so again while the authority has not decided: nothing waits for
 * it then, and what ends is told with that.
 * @law 行政许可法第五十条
 */
export class WaitingRenewals1764700200020 implements MigrationInterface {
  name = 'WaitingRenewals1764700200020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_waiting_renewal on filings.filing (renews) where renews is not null and status = 'SUBMITTED';
      create view filings.waiting_renewal_facts with (security_invoker = true) as
        select renews as institution_id, renews_until as until
          from filings.filing where renews is not null and status = 'SUBMITTED';
      comment on view filings.waiting_renewal_facts is
        'Licences that were asked to go on, in time or not, of which the authority has to decide';
      grant select on filings.waiting_renewal_facts to zhaoguan_app;
    `);
    await db.query(
      work(`and not (e.what = 'LICENCE' and exists (
      select from filings.waiting_renewal_facts w where w.institution_id = i.id))`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(work(''));
    await db.query(`
      drop view filings.waiting_renewal_facts;
      drop index filings.filing_waiting_renewal;
    `);
  }
}

/** What waits, as before. @param but what does not, of what an institution is to renew */
const work = (but: string): string => `
  create or replace view staff.work_item with (security_invoker = true) as
  select 'EXPIRY_TO_CHECK' as type, 'expiry' as subject_type, e.institution_id as subject_id, i.name as title,
         e.items || ' 项已到期' as detail, e.district, i.township,
         ((e.first + 1)::timestamp at time zone 'Asia/Shanghai') as since, 'infinity'::date as until,
         'infinity'::date as due_on, 'expiry.check' as permission, platform.lead_department(e.kind) as department,
         null::uuid as assignee, '{}'::uuid[] as not_actors
    from (select institution_id, kind, district, count(*) as items, min(ends_on) as first
            from staff.expiry where status = 'EXPIRED' group by institution_id, kind, district) e
   cross join lateral (select i.name, i.township from institutions.institution i
                        where i.id = e.institution_id offset 0) i
  union all
  select 'EXPIRY_TO_RENEW', 'expiry', i.id, i.name,
         count(*) || ' 项需要续期，最早 ' || to_char(min(e.ends_on), 'YYYY"年"FMMM"月"FMDD"日"') || '到期', i.district, null,
         min(e.opened_at), 'infinity'::date, 'infinity'::date, 'expiry.read', null, i.operator_id, '{}'::uuid[]
    from institutions.institution i join staff.expiry e on e.institution_id = i.id
   where e.status in ('WATCHED', 'EXPIRED', 'CHECKED') and e.stage >= 2 and i.operator_id is not null
     and e.finding is distinct from 'NOT_NEEDED' ${but} group by i.id;
`;
