import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who files under a code is told when another account does (同一信用代码另有申请): filings and institutions are known by it outside as well. */
export class CodesOfFacts1764903420000 implements MigrationInterface {
  name = 'CodesOfFacts1764903420000';

  async up(db: QueryRunner): Promise<void> {
    for (const view of VIEWS) await db.query(withCode(view));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const view of VIEWS) await db.query(withoutCode(view));
  }
}

const VIEWS = [
  {
    view: 'filings.filing_facts',
    column: 'f.uscc',
    from: 'FROM filings.filing f',
    comment:
      'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision',
  },
  {
    view: 'institutions.institution_facts',
    column: 'institution.uscc',
    from: 'FROM institutions.institution',
    comment: 'Institutions without persons, for notices and figures',
  },
] as const;
type View = (typeof VIEWS)[number];

const withCode = ({ view, column, from }: View): string => `
  do $$ declare shown text := pg_get_viewdef('${view}'::regclass);
  begin
    if strpos(shown, '${from}') = 0 then raise exception 'the view of facts is another'; end if;
    execute 'create or replace view ${view} with (security_invoker = true) as '
      || replace(shown, '${from}', ', ${column} as uscc ${from}');
  end $$;
`;

const withoutCode = ({ view, comment }: View): string => `
  do $$ declare shown text := pg_get_viewdef('${view}'::regclass);
  begin
    drop view ${view};
    execute 'create view ${view} with (security_invoker = true) as ' || regexp_replace(shown, ',\\s+uscc(\\s+FROM)', '\\1');
  end $$;
  comment on view ${view} is '${comment}';
  grant select on ${view} to zhaoguan_app;
`;
