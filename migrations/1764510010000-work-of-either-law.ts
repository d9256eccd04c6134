import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits around a case is said so that it holds for a filing (备案) and for a licence (许可). */
export class WorkOfEitherLaw1764510010000 implements MigrationInterface {
  name = 'WorkOfEitherLaw1764510010000';

  async up(db: QueryRunner): Promise<void> {
    for (const [was, now] of WORDS) await db.query(reworded(was, now));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [was, now] of WORDS) await db.query(reworded(now, was));
  }
}

const WORDS = [
  ['备案以后的现场核查', '准予以后的现场核查'],
  ['现场核查与备案不一致，请办理变更备案或者改正', '现场核查不一致，请办理变更或者改正'],
  ['核查不一致，期限内没有变更备案，也没有改正', '核查不一致，期限内没有变更，也没有改正'],
  ['备案征求意见', '征求本部门的意见'],
] as const;

const reworded = (was: string, now: string): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('filings.work_item'), ';');
  begin
    if strpos(shown, '''${was}''') = 0 then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || replace(shown, '''${was}''', '''${now}''');
  end $$;
`;
