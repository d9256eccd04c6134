import { UnitOfWork } from '@zhaoguan/platform';
import { manyInstitutions, TestApp, type TestPerson } from '@zhaoguan/testing';
import { EntityManager } from 'typeorm';

const ROWS = 200_000;
/** The invented ones stand in the few dozen counties of the reference data: one county has thousands, but not a tenth. */
const MOST_ROWS_READ = ROWS / 10;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

describe(`the officials' list of ${ROWS} institutions`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await app.database.query(manyInstitutions(ROWS));
    await app.database.query('vacuum analyze institutions.institution');
    people['county'] = await app.person('REGISTRAR');
    people['city'] = await app.person('REGISTRAR', { districts: ['610100'] });
    people['province'] = await app.person('REGISTRAR', { districts: ['610000'] });
    people['nation'] = await app.person('REGISTRAR', { districts: ['*'] });
    people['area'] = await app.person('REGISTRAR', { districts: ['610116005'] });
    people['operator'] = await app.person('OPERATOR', { districts: [] });
  }, 180_000);
  afterAll(() => app.stop());

  it.each([
    ['county', {}],
    ['county', { q: '养老' }],
    ['county', { q: '琉璃' }],
    ['county', { grade: 'D' }],
    ['city', {}],
    ['city', { q: '琉璃' }],
    ['province', {}],
    ['province', { q: '琉璃' }],
    ['nation', {}],
    ['nation', { q: '琉璃' }],
    ['nation', { q: '琉璃', district: '610116' }],
    ['area', {}],
    ['operator', {}],
  ])('reads few rows for the %s asking %o', async (who, query) => {
    expect(await rowsRead(people[who]!, query)).toBeLessThan(MOST_ROWS_READ);
  });

  /** Rows touched by the very statement that the list sends, under the jurisdiction of the person. */
  async function rowsRead(person: TestPerson, query: object): Promise<number> {
    const spy = jest.spyOn(EntityManager.prototype, 'query');
    await app.as(person).get('/api/v1/institutions').query(query).expect(200);
    const sent = spy.mock.calls.find(([sql]) => sql.includes('institutions.institution'));
    spy.mockRestore();
    const [sql, parameters] = sent!;
    const plans: { 'QUERY PLAN': { Plan: PlanNode }[] }[] = await app.nest
      .get(UnitOfWork)
      .read(person.caller, (manager) =>
        manager.query(`explain (analyze, format json) ${sql}`, parameters as unknown[]),
      );
    return touched(plans[0]!['QUERY PLAN'][0]!.Plan);
  }
});

function touched(node: PlanNode): number {
  const own = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return (node.Plans ?? []).map(touched).reduce((sum, rows) => sum + rows, own);
}
