import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of work and notices tell an application for a licence (许可申请) from a filing. */
export class RegimeWords1764323520000 implements MigrationInterface {
  name = 'RegimeWords1764323520000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.type_in_words(type text, regime text) returns text
        language sql immutable set search_path = pg_catalog as $$
          select case when regime <> 'LICENCE' then filings.type_in_words(type)
                      when type = 'INITIAL' then '许可申请，' when type = 'CHANGE' then '变更许可，'
                      else filings.type_in_words(type) end
        $$;
      comment on function filings.type_in_words(text, text) is 'What a case is about under its law, before what is said of it';
      revoke execute on function filings.type_in_words(text, text) from public;
      grant execute on function filings.type_in_words(text, text) to zhaoguan_app;
      ${reworded('type_in_words(filing.type)', 'type_in_words(filing.type, filing.regime)')}
      ${reworded('type_in_words(f.type)', 'type_in_words(f.type, f.regime)')}
      create or replace view filings.filing_facts with (security_invoker = true) as
        select ${FACTS}, regime from filings.filing;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view filings.filing_facts;
      create view filings.filing_facts with (security_invoker = true) as select ${FACTS} from filings.filing;
      comment on view filings.filing_facts is
        'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision';
      grant select on filings.filing_facts to zhaoguan_app;
      ${reworded('type_in_words(f.type, f.regime)', 'type_in_words(f.type)')}
      ${reworded('type_in_words(filing.type, filing.regime)', 'type_in_words(filing.type)')}
      drop function filings.type_in_words(text, text);
    `);
  }
}

const FACTS = `id as filing_id, applicant_id, kind, name, district, township, status, filing_number, due_on, submitted_at,
       case when status in ('ACCEPTED', 'REFUSED') then updated_at end as decided_at, type,
       (select h.person_id from filings.case_holder h where h.filing_id = filing.id) as holder_id`;

const reworded = (was: string, now: string): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';');
  begin
    if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || replace(shown, $was$${was}$was$, $now$${now}$now$);
  end $$;
`;
