import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A suspension says when the service is expected to go on (预计恢复服务日). The step of the institution keeps it, so that whoever looks for a
 * place reads it in public, and that the day has passed waits for the operator and for the office.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export class ExpectedResumptions1764970000070 implements MigrationInterface {
  name = 'ExpectedResumptions1764970000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMN);
    await db.query(keeping([...KEPT, 'expected_until']));
    await db.query(
      `create or replace view institutions.status_step_public as ${PUBLIC}, expected_until ${LAST}`,
    );
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${BRANCHES}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';'); begin
        for _ in 1..2 loop
          shown := regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', '');
        end loop;
        execute 'create or replace view filings.work_item with (security_invoker = true) as ' || shown;
      end $$;
      drop view institutions.status_step_public;
      create view institutions.status_step_public as ${PUBLIC} ${LAST};
      comment on view institutions.status_step_public is 'The last suspension, resumption or closure of each institution';
      grant select on institutions.status_step_public to zhaoguan_public;
    `);
    await db.query(keeping(KEPT));
    await db.query(`
      drop index institutions.institution_suspended;
      alter table institutions.status_step drop column expected_until;
    `);
  }
}

const COLUMN = `
  alter table institutions.status_step add column expected_until date
    constraint status_step_expected check (expected_until is null or action = 'suspend');
  comment on column institutions.status_step.expected_until is
    'Of a suspension, the day on which the service is expected to go on (预计恢复服务日)';
  alter table institutions.status_step disable trigger user;
  update institutions.status_step s set expected_until = (f.application #>> '{notice,endsOn}')::date
    from filings.filing f where f.id = s.filing_id and s.action = 'suspend';
  alter table institutions.status_step enable trigger user;
  create index institution_suspended on institutions.institution (id) where status = 'SUSPENDED';
`;

const KEPT = [
  'id',
  'institution_id',
  'action',
  'from_status',
  'to_status',
  'effective_on',
  'filing_id',
  'decided_by',
  'decided_at',
];

const of = (row: 'old' | 'new', columns: readonly string[]) =>
  columns.map((each) => `${row}.${each}`).join(', ');

/** What is decided stays as it is; only that it has come into force is added, once. */
const keeping = (columns: readonly string[]): string => `
  drop trigger status_step_applied_once on institutions.status_step;
  create trigger status_step_applied_once before update on institutions.status_step for each row
    when (old.applied_at is not null or (${of('old', columns)}) is distinct from (${of('new', columns)}))
    execute function platform.refuse_rewriting();`;

const PUBLIC = `select institution_id, action, effective_on, applied_at is not null as in_force`;
const LAST = `from institutions.status_step s
  where not exists (select from institutions.status_step l
                     where l.institution_id = s.institution_id and (l.decided_at, l.id) > (s.decided_at, s.id))`;

const DAY = `to_char(s.expected_until::timestamp, 'YYYY"年"FMMM"月"FMDD"日"')`;

/** Suspended beyond the day that was told, and nothing under way by which that ends. */
const PASSED = `
    from institutions.institution i
   cross join lateral (select s.expected_until from institutions.status_step s
                        where s.institution_id = i.id and s.action = 'suspend'
                        order by s.decided_at desc, s.id desc limit 1) s
   where i.status = 'SUSPENDED' and i.filing_ended_as is null and s.expected_until is not null
     and not exists (select from institutions.status_step p where p.institution_id = i.id and p.applied_at is null)
     and not exists (select from filings.filing f where f.institution_id = i.id
                        and f.type in ('RESUMPTION', 'CLOSURE') and f.status in ('SUBMITTED', 'RETURNED'))`;
const SINCE = `(s.expected_until + 1)::timestamp at time zone 'Asia/Shanghai'`;

const BRANCHES = `
  union all
  select 'SUSPENSION_TO_END', 'institution', i.id, i.name,
         '预计 ' || ${DAY} || '恢复，这一天已过，请办理恢复服务或者终止服务',
         i.district, null, ${SINCE}, date 'infinity', date 'infinity', 'filing.file', null, i.operator_id, '{}'::uuid[]
  ${PASSED} and i.operator_id is not null
  union all
  select 'SUSPENSION_TO_FOLLOW', 'institution', i.id, i.name,
         '预计 ' || ${DAY} || '恢复，这一天已过，请向机构了解情况',
         coalesce(i.authority, i.district), case when i.authority is null then i.township end, ${SINCE},
         date 'infinity', date 'infinity', 'filing.accept', platform.lead_department(i.kind), null::uuid, '{}'::uuid[]
  ${PASSED}`;
