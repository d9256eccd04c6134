import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { InstitutionsQuery, type InstitutionCriteria } from '@zhaoguan/publication';
import { fillTable, manyInstitutions, TestApp } from '@zhaoguan/testing';

const ROWS = 200_000;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

describe(`the public search among ${ROWS} institutions`, () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await fillTable(app.database, 'institutions.institution', manyInstitutions(ROWS));
    await app.database.query(
      `insert into institutions.former_name (institution_id, name, district, until)
       select id, replace(name, '路', case when capacity = 100 and random() < 0.001 then '翡翠' else '街' end), district, registered_at
         from institutions.institution where registered_at < timestamptz '2026-01-01' + interval '20000 seconds'`,
    );
    await app.database.query(
      `update institutions.institution set details = details || '{"siteType": "HOME"}' where kind = 'CHILDCARE' and capacity % 7 = 0`,
    );
    await app.database.query('vacuum analyze institutions.institution, institutions.former_name');
  }, 180_000);
  afterAll(() => app.stop());

  const cases: readonly (readonly [string, Partial<InstitutionCriteria>])[] = [
    ['everything', {}],
    ['a rare fragment', { fragment: '琉璃' }],
    ['a frequent fragment', { fragment: '养老' }],
    ['a fragment that is nowhere', { fragment: '无此' }],
    ['a long fragment', { fragment: '春晖东路第1' }],
    ['a rare fragment of former names', { fragment: '翡翠' }],
    ['a frequent fragment of former names', { fragment: '东街' }],
    ['a fragment of former names in a county', { fragment: '东街', district: '610116' }],
    ['a city', { district: '610100' }],
    ['a county and a grade', { district: '610116', grade: 'D' }],
    ['a rare fragment in a province', { fragment: '琉璃', district: '330000' }],
    ['a rare fragment in a county', { fragment: '琉璃', district: '610116' }],
    ['a frequent fragment in a province', { fragment: '养老', district: '500000' }],
    ['a frequent fragment in a city', { fragment: '养老', district: '610100' }],
    ['a frequent fragment in a county', { fragment: '养老', district: '610116' }],
    ['a fragment that the kind rules out', { fragment: '养老', kind: 'CHILDCARE' }],
    ['every 家庭托育点', { siteType: 'HOME' }],
    ['家庭托育点 in a city', { siteType: 'HOME', kind: 'CHILDCARE', district: '610100' }],
    ['a fragment among 家庭托育点', { siteType: 'HOME', fragment: '养老' }],
    [
      'fragment, kind, grade and county',
      { fragment: '春晖', kind: 'ELDERLY_CARE', grade: 'A', district: '500103' },
    ],
  ];

  it.each(cases)('reads an index for %s', async (_, criteria) => {
    const nodes = await planOf(criteria);
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    expect(nodes.some((node) => node['Index Name']?.startsWith('institution_'))).toBe(true);
  });

  it('reads the pairs of characters for a rare fragment', async () => {
    const nodes = await planOf({ fragment: '琉璃' });
    expect(nodes.map((node) => node['Index Name'])).toContain('institution_search');
  });

  /** The plan of the very statement that the search sends, under the role that sends it. */
  async function planOf(criteria: Partial<InstitutionCriteria>) {
    const database: { query(sql: string, parameters?: unknown[]): Promise<unknown> } =
      app.nest.get(PUBLIC_DATABASE);
    const spy = jest.spyOn(database, 'query');
    await app.nest.get(InstitutionsQuery).list({ limit: 20, ...criteria });
    const [sql, parameters] = spy.mock.calls.find(([text]) => text.includes('institution_public')) ?? [
      '',
      [],
    ];
    spy.mockRestore();
    const rows = (await database.query(`explain (analyze, format json) ${sql}`, parameters)) as {
      'QUERY PLAN': { Plan: PlanNode }[];
    }[];
    const plan = rows[0]?.['QUERY PLAN'][0];
    if (!plan) throw new Error('no plan');
    return flatten(plan.Plan);
  }
});

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
