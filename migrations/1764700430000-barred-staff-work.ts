import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody works in post of whom the last check says that they must not. As `inForce` of libs/staff: issued last, then entered last. */
const BARRED = `
    from (select m.institution_id, count(*) as people, min(c.entered_at) as since
            from staff.credential c join staff.member m on m.id = c.member_id
           where c.result = 'BARRED' and m.left_on is null
             and not exists (select from staff.credential n
                              where n.member_id = c.member_id and n.type = 'BACKGROUND'
                                and (n.issued_on, n.id) > (c.issued_on, c.id))
           group by m.institution_id) b
    join institutions.institution i on i.id = b.institution_id
   where i.status <> 'CLOSED'`;

const WORK = `
  union all
  select 'BARRED_TO_FOLLOW'::text, 'institution'::text, i.id, i.name,
         b.people || ' 人经查询有禁止从业情形，仍登记为在职，请督促机构立即解除聘用'::text, coalesce(i.authority, i.district), i.township,
         b.since, 'infinity'::date, 'infinity'::date, 'expiry.check'::text, platform.lead_department(i.kind), null::uuid,
         '{}'::uuid[] ${BARRED}
  union all
  select 'BARRED_TO_DISMISS'::text, 'institution'::text, i.id, i.name,
         b.people || ' 人经查询有禁止从业情形，请立即解除聘用，登记离职日期'::text, i.district, null::text,
         b.since, 'infinity'::date, 'infinity'::date, 'expiry.read'::text, null::text, i.operator_id,
         '{}'::uuid[] ${BARRED} and i.operator_id is not null`;

/**
 * Whoever must not work with children or old people and stands in the register as in post waits for the institution, and for the authority: an
 * expired certificate did, and this did not.
 * @law 未成年人保护法第六十二条（不得录用；已经录用的，应当及时解除聘用）
 */
export class BarredStaffWork1764700430000 implements MigrationInterface {
  name = 'BarredStaffWork1764700430000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index credential_barred on staff.credential (member_id) where result = 'BARRED'
    `);
    await db.query(`
      do $do$ begin
        execute 'create or replace view staff.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('staff.work_item'), ' ;') || $sql$${WORK}$sql$;
      end $do$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    // The two parts that were put behind.
    for (let part = 0; part < 2; part += 1)
      await db.query(`
        do $do$ declare
          shown text := pg_get_viewdef('staff.work_item');
          last integer := length(shown) - strpos(reverse(shown), reverse('UNION ALL')) - length('UNION ALL') + 1;
        begin
          execute 'create or replace view staff.work_item with (security_invoker = true) as ' || left(shown, last);
        end $do$;
      `);
    await db.query('drop index staff.credential_barred');
  }
}
