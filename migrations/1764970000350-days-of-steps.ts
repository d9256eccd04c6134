import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a suspension that was held beyond its day (申请撤回，逾期不予撤回) what prolongs it tells the public, too, since when it holds in fact; and a
 * bad rating of the answer to a request to take back is called by its name in the list of work.
 */
export class DaysOfSteps1764970000350 implements MigrationInterface {
  name = 'DaysOfSteps1764970000350';

  async up(db: QueryRunner): Promise<void> {
    await db.query(lastSteps(dayOf('b')));
    await rename(db, LAST_NAMES, NAMED);
  }

  async down(db: QueryRunner): Promise<void> {
    await rename(db, NAMED, LAST_NAMES);
    await db.query(lastSteps('b.effective_on'));
  }
}

/** From which day on a step holds: the day it was filed for, or that of an answer beyond it. */
const dayOf = (step: string): string =>
  `case when ${step}.held then greatest(${step}.effective_on, (${step}.applied_at at time zone 'Asia/Shanghai')::date) else ${step}.effective_on end`;

/** The last step of each institution, but for what was taken back. */
const lastSteps = (suspendedOn: string): string => `
  create or replace view institutions.status_step_public as
    select institution_id, action, ${dayOf('s')} as effective_on, applied_at is not null as in_force, expected_until,
           case when action = 'prolong'
                then (select ${suspendedOn} from institutions.status_step b
                       where b.institution_id = s.institution_id and b.action = 'suspend'
                         and (b.decided_at, b.id) < (s.decided_at, s.id) and b.retracted_at is null
                       order by b.decided_at desc, b.id desc limit 1) end as suspended_since,
           held and applied_at is null as held
      from institutions.status_step s
     where not exists (select from institutions.status_step l
                        where l.institution_id = s.institution_id and (l.decided_at, l.id) > (s.decided_at, s.id)
                          and l.retracted_at is null)
           and s.retracted_at is null`;

const LAST_NAMES = `ELSE '终止后续核实'::text`;
const NAMED = `WHEN 'checkClosure'::text THEN '终止后续核实'::text WHEN 'retract'::text THEN '答复撤回的申请'::text ELSE '服务'::text`;

/** The view is read as it stands, so that what others put into it since stays. */
async function rename(db: QueryRunner, from: string, to: string): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('feedback.work_item'), ';') as body`,
  );
  const spelled = body.replace(/\s+/g, ' ');
  if (!spelled.includes(from)) throw new Error('the view of bad ratings names other steps');
  await db.query(
    `create or replace view feedback.work_item with (security_invoker = true) as ${spelled.replaceAll(from, to)}`,
  );
}
