import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case that nobody of its authority may decide, because each who could has entered it or has given its account the password, lay there
 * unseen. It is kept which they are, and waits for who heads the authority, else for who heads the one above.
 * @law 公务员法第七十六条（回避）
 */
export class UnattendedCases1764960000060 implements MigrationInterface {
  name = 'UnattendedCases1764960000060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table filings.unattended (
        filing_id uuid primary key references filings.filing,
        district text not null references reference.district,
        township text references reference.district,
        since timestamptz not null
      );
      comment on table filings.unattended is
        'Cases that wait for a decision and that nobody of their authority may decide, as long as that is so';
      comment on column filings.unattended.district is 'Of the authority whose head is to arrange for somebody, as is the township';
      create index unattended_waiting on filings.unattended (district, filing_id);
      alter table filings.unattended enable row level security;
      create policy unattended_rights on filings.unattended to zhaoguan_app
        using (platform.covers(coalesce(township, district))) with check (platform.covers(coalesce(township, district)));
      grant select, insert, delete on filings.unattended to zhaoguan_app;
      grant update (district, township) on filings.unattended to zhaoguan_app;
      do $$ begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || rtrim(pg_get_viewdef('filings.work_item'), ';') || $branch$${BRANCH}$branch$;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';'); begin
        execute 'create or replace view filings.work_item with (security_invoker = true) as '
          || regexp_replace(shown, 'UNION ALL(?!.*UNION ALL).*$', '');
      end $$;
      drop table filings.unattended;
    `);
  }
}

const BRANCH = `
  union all
  select 'FILING_TO_ARRANGE', 'filing', u.filing_id, f.name, '本机关没有可以办理本件的工作人员，请安排',
         u.district, u.township, u.since, date 'infinity', coalesce(f.due_on, date 'infinity'), 'overdue.supervise',
         platform.lead_department(f.kind), null::uuid,
         array(select m.id from unnest(array[f.applicant_id, f.entered_by, f.account_given_by]) m (id) where m.id is not null)
    from filings.unattended u
    join filings.filing f on f.id = u.filing_id
   where f.status = 'SUBMITTED' and not exists (select from filings.case_holder h where h.filing_id = u.filing_id)`;
