import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a party is to answer (陈述申辩) waits for it until its period ends. Afterwards nothing is left for it to do: the next step is the
 * official's, whose own item begins then.
 */
export class PeriodsOfAnswers1764903210000 implements MigrationInterface {
  name = 'PeriodsOfAnswers1764903210000';

  async up(db: QueryRunner): Promise<void> {
    for (const { view, open, ended } of VIEWS) await db.query(reworded(view, open, ended));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { view, open, ended } of VIEWS) await db.query(reworded(view, ended, open));
  }
}

const FOR_EVER = `'infinity'::date AS until`;
const rest = (alias: string, permission: string): string => `,
    ${alias}.statement_until AS due_on,
    '${permission}'::text AS permission`;

const VIEWS = [
  { view: 'enforcement.work_item', alias: 'c', permission: 'case.state' },
  { view: 'removals.work_item', alias: 'r', permission: 'removal.state' },
].map(({ view, alias, permission }) => ({
  view,
  open: `${FOR_EVER}${rest(alias, permission)}`,
  ended: `${alias}.statement_until AS until${rest(alias, permission)}`,
}));

const reworded = (view: string, was: string, now: string): string => `
  do $$ declare shown text := rtrim(pg_get_viewdef('${view}'), ';');
  begin
    if strpos(shown, $was$${was}$was$) = 0 then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view ${view} with (security_invoker = true) as ' || replace(shown, $was$${was}$was$, $now$${now}$now$);
  end $$;
`;
