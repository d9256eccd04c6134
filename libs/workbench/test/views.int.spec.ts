import { KINDS, LEAD_DEPARTMENT, PERMISSIONS, WORK_ITEM_TYPES } from '@zhaoguan/contracts';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import { viewOf } from '../src/store/still-waits';

/** Views of facts that the workbench reads; penalty_facts is another module's and says so itself. */
const FACTS = [
  'institutions.institution_facts',
  'filings.filing_facts',
  'inspections.draw_facts',
  'inspections.assignment_facts',
  'inspections.result_facts',
  'inspections.failed_result_facts',
  'inspections.progress_facts',
  'enforcement.case_facts',
  'enforcement.open_problem_facts',
  'credit.grade_history_facts',
  'feedback.follow_up_facts',
  'feedback.rating_facts',
  'filings.step_facts',
  'filings.hand_facts',
  'filings.concerned_facts',
  'filings.adviser_facts',
  'filings.waiting_renewal_facts',
  'inspections.concerned_facts',
];

describe('the views that modules give the workbench', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const definitions = (
    name: string,
  ): Promise<{ view: string; definition: string; options: string[] | null }[]> =>
    database.query(
      `select c.oid::regclass::text as view, pg_get_viewdef(c.oid) as definition, c.reloptions as options
         from pg_class c where c.relkind = 'v' and c.relname = $1 order by 1`,
      [name],
    );
  const quoted = (text: string, pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
  ];

  it('apply the rights of whoever reads them', async () => {
    const views = await database.query<{ view: string; options: string[] | null }>(
      `select c.oid::regclass::text as view, c.reloptions as options from pg_class c
        where c.relkind = 'v' and (c.relname ~ '^work_item$|_hit$' or c.oid = any ($1::regclass[]))`,
      [FACTS],
    );
    expect(views.length).toBeGreaterThan(15);
    for (const { view, options } of views) expect([view, options]).toEqual([view, ['security_invoker=true']]);
  });

  it('tell of every sort of work that has a name, and of no other, under permissions that exist', async () => {
    const text = (await definitions('work_item')).map(({ definition }) => definition).join('\n');
    expect(
      quoted(text, /'([A-Z_]+_TO_[A-Z]+[A-Z_]*|[A-Z]+_[A-Z]+_OVERDUE|INSPECTION_UNDER_WAY)'/g).sort(),
    ).toEqual([...WORK_ITEM_TYPES].sort());
    const permissions = quoted(text, /'([a-z]+\.[a-z-]+)'/g);
    expect(permissions.filter((permission) => !Object.hasOwn(PERMISSIONS, permission))).toEqual([]);
    expect(permissions.length).toBeGreaterThan(10);
  });

  it('tell of a sort of work where it is looked for, and nowhere else', async () => {
    const views = await definitions('work_item');
    for (const type of WORK_ITEM_TYPES) {
      const only = viewOf(type);
      if (only === undefined) continue;
      const telling = views.filter(({ definition }) => definition.includes(`'${type}'`));
      expect([type, telling.map(({ view }) => view)]).toEqual([type, [only]]);
    }
  });

  it.each(['^work_item$', '_hit$'])('all have the same columns: %s', async (name) => {
    const columns = await database.query<{ columns: string }>(
      `select distinct string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) as columns
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relkind = 'v' and c.relname ~ $1 group by c.oid`,
      [name],
    );
    expect(columns).toHaveLength(1);
  });

  it('know the department in charge of each kind', async () => {
    for (const kind of KINDS) {
      const [row] = await database.query<{ department: string }>(
        'select platform.lead_department($1) as department',
        [kind],
      );
      expect(row!.department).toBe(LEAD_DEPARTMENT[kind]);
    }
  });
});
