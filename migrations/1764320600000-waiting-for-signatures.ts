import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits agrees with the rules: a report of one inspector that an institution is gone is neither to be published nor
 * does it let the draw be opened; who ever entered a beacon does not confirm it, and who confirmed it discards nothing.
 * What is waited for is named as people name it.
 */
export class WaitingForSignatures1764320600000 implements MigrationInterface {
  name = 'WaitingForSignatures1764320600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(workItems(NOW));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(workItems(BEFORE));
  }
}

/** What differs between the two, each a piece of SQL. */
interface Rules {
  readonly beacon: string;
  readonly noConfirmers: string;
  readonly noDiscarders: string;
  readonly openable: string;
  readonly publishable: string;
}

const GONE = `('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED')`;
const UNSIGNED = `t.status = 'SUBMITTED' and t.co_signed_by is null and t.result_code in ${GONE}`;
const ENTERERS = `array(select h.actor_id from inspections.transition h
                  where h.subject = 'draw' and h.subject_id = draw.id and h.action = 'enterBeacon')`;

const BEFORE: Rules = {
  beacon: `'信标 ' || beacon_source || ' 第 ' || beacon_round || ' 期'`,
  noConfirmers: 'array[announced_by, beacon_entered_by]',
  noDiscarders: 'array[announced_by, beacon_entered_by]',
  openable: '',
  publishable: '',
};

const NOW: Rules = {
  beacon: `'公开随机数：' || replace(replace(beacon_source, 'fucai-ssq', '双色球'), 'fucai-kl8', '快乐8')
             || ' 第 ' || beacon_round || ' 期'`,
  noConfirmers: `array[announced_by, beacon_entered_by] || ${ENTERERS}`,
  noDiscarders: `array[announced_by, beacon_entered_by, beacon_confirmed_by] || ${ENTERERS}`,
  openable: `and not exists (
         select from inspections.task t join inspections.result r on r.id = t.result_id
          where t.draw_id = d.id and ${UNSIGNED} and r.status = 'PENDING')`,
  publishable: `and not (result_code in ${GONE} and exists (
         select from inspections.task t where t.id = task_id and ${UNSIGNED}))`,
};

/** Same columns in the same order, so that nothing that reads it must be made anew. */
const workItems = ({ beacon, noConfirmers, noDiscarders, openable, publishable }: Rules): string => `
  create or replace view inspections.work_item with (security_invoker = true) as
    select 'BEACON_TO_ENTER' as type, 'draw' as subject_type, id as subject_id, title,
           ${beacon} as detail,
           case when cardinality(districts) = 1 then districts[1] end as district, null::text as township,
           coalesce(beacon_not_before, announced_at) as since, date 'infinity' as until, date 'infinity' as due_on,
           'draw.enter-beacon' as permission, platform.lead_department(kind) as department, null::uuid as assignee,
           '{}'::uuid[] as not_actors
      from inspections.draw where status = 'ANNOUNCED'
    union all
    select 'BEACON_TO_CONFIRM', 'draw', id, title, ${beacon},
           case when cardinality(districts) = 1 then districts[1] end, null, beacon_entered_at, date 'infinity',
           date 'infinity', 'draw.confirm-beacon', platform.lead_department(kind), null,
           ${noConfirmers}
      from inspections.draw where status = 'BEACON_ENTERED'
    union all
    select 'DRAW_TO_VOID', 'draw', id, title, '人员无法安排，须作废后重新公告',
           case when cardinality(districts) = 1 then districts[1] end, null, beacon_confirmed_at, date 'infinity',
           date 'infinity', 'draw.discard', platform.lead_department(kind), null,
           ${noDiscarders}
      from inspections.draw where status = 'INFEASIBLE'
    union all
    -- All tasks of a draw are made in one transaction, so one of them means that all are there.
    select 'DRAW_TO_OPEN', 'draw', d.id, d.title, '本批检查已全部提交',
           case when cardinality(d.districts) = 1 then d.districts[1] end, null,
           coalesce((select max(t.submitted_at) from inspections.task t where t.draw_id = d.id), d.drawn_at),
           date 'infinity', date 'infinity', 'draw.open', platform.lead_department(d.kind), null, '{}'
      from inspections.draw d
     where d.status = 'DRAWN' and exists (select from inspections.task t where t.draw_id = d.id)
       and not exists (select from inspections.task t where t.draw_id = d.id and t.status in ('ASSIGNED', 'IN_PROGRESS'))
       ${openable}
    union all
    select 'INSPECTION_TO_START', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.created_at, date 'infinity', t.due_on, 'task.inspect', null, m.person_id, '{}'
      from inspections.task_member m join inspections.task t on t.id = m.task_id
     where t.status = 'ASSIGNED'
    union all
    select 'INSPECTION_TO_SUBMIT', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.started_at, date 'infinity', t.due_on, 'task.inspect', null, m.person_id, '{}'
      from inspections.task_member m join inspections.task t on t.id = m.task_id
     where t.status = 'IN_PROGRESS'
    union all
    select 'INSPECTION_UNDER_WAY', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.started_at, date 'infinity', date 'infinity', 'task.own', null, i.operator_id, '{}'
      from institutions.institution i join inspections.task t on t.institution_id = i.id
     where t.status = 'IN_PROGRESS' and i.operator_id is not null
    union all
    select 'RESULT_TO_PUBLISH', 'inspection-result', id, institution_name, result_label, district, null, created_at,
           date 'infinity', due_on, 'result.publish', platform.lead_department(kind), null, members
      from inspections.result where status = 'PENDING' ${publishable}
    union all
    select 'INSPECTION_TO_CO_SIGN', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.submitted_at, date 'infinity', r.due_on, 'task.inspect', null, m.person_id, '{}'
      from inspections.task_member m join inspections.task t on t.id = m.task_id
      join inspections.result r on r.id = t.result_id
     where t.status = 'SUBMITTED' and t.co_signed_at is null and m.person_id is distinct from t.submitted_by
       and r.status = 'PENDING' and t.result_code in
       ${GONE}
    union all
    select 'TARGET_TO_REPLACE', 'inspection-task', t.id, t.institution_name, t.plan_title, t.district, null,
           t.co_signed_at, date 'infinity', date 'infinity', 'task.replace', platform.lead_department(t.kind), null,
           t.assignees
      from inspections.task t join inspections.draw d on d.id = t.draw_id
     where d.status = 'DRAWN' and t.status = 'SUBMITTED' and t.co_signed_at is not null and t.result_code in
       ${GONE};
`;
