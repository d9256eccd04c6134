import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has ended (终止服务) reports that what its office found unfinished is done: it waits for them until then, and for the office, which
 * looks again and reads in its list of work that it was reported.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export class ClosuresReportedDone1764970000110 implements MigrationInterface {
  name = 'ClosuresReportedDone1764970000110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(states(`('OPEN', 'UNSETTLED', 'REPORTED', 'SETTLED')`));
    await db.query(TABLES);
    for (const table of ['closure_report', 'closure_file'])
      // Who sees the closure sees its parts: the subquery runs under the policy of the closure.
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on filings.${table}
          for each statement execute function platform.refuse_change();
        alter table filings.${table} enable row level security;
        create policy ${table}_rights on filings.${table} to zhaoguan_app
          using (${seenOf(table)}) with check (${seenOf(table)});
        grant select, insert on filings.${table} to zhaoguan_app;
      `);
    await say(db, DETAIL);
    await db.query(`
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${BRANCH}$branch$;
      end $$;
    `);
  }

  /** What was only reported is unfinished, as its office had found. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';'); begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', '');
      end $$;
    `);
    await say(db, DETAIL_BEFORE);
    await db.query(`
      drop table filings.closure_file, filings.closure_report;
      update filings.closure_follow_up set status = 'UNSETTLED' where status = 'REPORTED';
      alter table filings.closure_record disable trigger closure_record_append_only;
      update filings.closure_record set from_status = 'UNSETTLED' where from_status = 'REPORTED';
      alter table filings.closure_record enable trigger closure_record_append_only;
    `);
    await db.query(states(`('OPEN', 'UNSETTLED', 'SETTLED')`));
  }
}

const states = (all: string): string => `
  alter table filings.closure_follow_up drop constraint closure_follow_up_status,
    add constraint closure_follow_up_status check (status in ${all});
  alter table filings.closure_record drop constraint closure_record_from_status_check,
    add constraint closure_record_from_status_check check (from_status in ${all});
`;

const seenOf = (table: string): string =>
  `exists (select from filings.closure_follow_up c where c.filing_id = ${table}.filing_id)`;

const TABLES = `
  create table filings.closure_report (
    filing_id uuid not null references filings.closure_follow_up,
    seq integer not null check (seq > 1),
    statement text not null check (statement ~ '[^[:space:]]'),
    actor_id uuid not null,
    at timestamptz not null,
    primary key (filing_id, seq)
  );
  comment on table filings.closure_report is
    'That what its office found unfinished is done, as who has ended reported it (报告已完成); append-only';
  comment on column filings.closure_report.seq is 'Counted together with the records of filings.closure_record';
  create trigger closure_report_is_a_hand after insert on filings.closure_report for each row
    execute function filings.note_hand('filing_id', 'actor_id');

  create table filings.closure_file (
    file_id uuid primary key references platform.stored_file,
    filing_id uuid not null references filings.closure_follow_up,
    uploaded_by uuid not null,
    at timestamptz not null
  );
  create index closure_file_of on filings.closure_file (filing_id);
  comment on table filings.closure_file is
    'Papers by which who has ended shows that people are placed and fees given back; append-only';
`;

const LAST = (of: string): string =>
  `(select max(l.at) from filings.${of} l where l.filing_id = c.filing_id)`;
const REPORTED_ON = `to_char(${LAST('closure_report')} at time zone 'Asia/Shanghai', 'YYYY"年"FMMM"月"FMDD"日"')`;
const UNSETTLED = `'人员安置或者费用退还尚未完成，请继续跟进'`;
const OPEN = `when 'OPEN' then '终止服务后的人员安置、费用退还'`;
const DETAIL = `case c.status ${OPEN}
  when 'REPORTED' then '经办人 ' || ${REPORTED_ON} || '报告已完成，请再次核实' else ${UNSETTLED} end`;
const DETAIL_BEFORE = `case c.status ${OPEN} else ${UNSETTLED} end`;

const BRANCH = `
  union all
  select 'FILING_CLOSURE_TO_FINISH', 'filing', c.filing_id, c.filing_name,
         '主管机关核实尚未全部完成，请在它再次核实以前安置人员、退还费用，并报告已完成',
         c.district, c.township, ${LAST('closure_record')}, date 'infinity', c.due_on, 'filing.file', null, c.applicant_id,
         '{}'::uuid[]
    from filings.closure_follow_up c
   where c.status = 'UNSETTLED'`;

/** Says anew what the office reads in its list of work. */
async function say(db: QueryRunner, detail: string): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  const branches = body
    .split('UNION ALL')
    .map((branch) =>
      branch.includes(`'FILING_CLOSURE_TO_CHECK'::text`)
        ? branch.replace(/CASE c\.status[\s\S]*?END AS detail/, () => `${detail} AS detail`)
        : branch,
    );
  await db.query(
    `create or replace view filings.work_item with (security_invoker = true) as ${branches.join('UNION ALL')}`,
  );
}
