import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An application that asks for a licence to go on is called so (延续许可), in what waits and in what notices are told of a case. @law 行政许可法第五十条 */
export class RenewalsInWords1764901023000 implements MigrationInterface {
  name = 'RenewalsInWords1764901023000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function filings.type_in_words(type text, regime text, renewal boolean) returns text
        language sql immutable set search_path = pg_catalog as $$
          select case when renewal and regime = 'LICENCE' and type = 'INITIAL' then '延续许可，'
                      else filings.type_in_words(type, regime) end
        $$;
      comment on function filings.type_in_words(text, text, boolean) is
        'What a case is about, before what is said of it; nothing for a first filing';
      revoke execute on function filings.type_in_words(text, text, boolean) from public;
      grant execute on function filings.type_in_words(text, text, boolean) to zhaoguan_app;
      comment on column filings.filing.renews is
        'The institution whose licence it asks to go on (延续), settled when it is handed in; of a draft, as it was when it was last saved';
    `);
    await called(db, /type_in_words\((\w+)\.type, \w+\.regime\)/g, (of) =>
      said(of, `, ${of}.renews is not null`),
    );
    await db.query(`
      do $do$ begin
        execute 'create or replace view filings.filing_facts with (security_invoker = true) as '
          || regexp_replace(pg_get_viewdef('filings.filing_facts'), '\\s+FROM (filings\\.filing f;)',
               ', f.renews is not null as renewal FROM \\1');
      end $do$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await called(db, /type_in_words\((\w+)\.type, \w+\.regime, \([^)]*\)\)/g, (of) => said(of, ''));
    await db.query(`
      do $do$ declare
        shown text := pg_get_viewdef('filings.filing_facts');
        said text := obj_description('filings.filing_facts'::regclass);
      begin
        drop view filings.filing_facts;
        execute 'create view filings.filing_facts with (security_invoker = true) as '
          || regexp_replace(shown, ',\\s+\\(renews IS NOT NULL\\) AS renewal\\s+FROM', ' FROM');
        execute format('comment on view filings.filing_facts is %L', said);
      end $do$;
      grant select on filings.filing_facts to zhaoguan_app;
      drop function filings.type_in_words(text, text, boolean);
      comment on column filings.filing.renews is
        'The institution whose licence it asks to go on (延续), settled when it is handed in; null for any other application';
    `);
  }
}

const said = (of: string, more: string): string => `type_in_words(${of}.type, ${of}.regime${more})`;

/** Names anew what is to be decided, in each branch of what waits. */
async function called(db: QueryRunner, was: RegExp, now: (filing: string) => string): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  if (body.search(was) < 0) throw new Error('the view of what waits is another');
  await db.query(
    `create or replace view filings.work_item with (security_invoker = true) as ${body.replace(was, (_found, filing: string) => now(filing))}`,
  );
}
