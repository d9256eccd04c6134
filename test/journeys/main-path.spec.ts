import type { AddressInfo } from 'node:net';
import { TestApp } from '@zhaoguan/testing';
import { walkMainPath } from '../../apps/cli/src/demo/main-path';
import { seedDemo } from '../../apps/cli/src/demo/seed-demo';

/** The story of `npm run -s demo:main-path`, over real HTTP with real jobs, once on each queue. */
describe.each([
  ['PostgreSQL', false],
  ['Redis', true],
])('the main path with its queue on %s', (_, redis) => {
  let app: TestApp;
  const steps: string[] = [];

  beforeAll(async () => {
    app = await TestApp.start({ redis });
    const accounts = await seedDemo(app.nest, app.config.dataDir);
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    await walkMainPath(`http://127.0.0.1:${port}`, accounts, (who, what, result) =>
      steps.push(`${who} ${what} ${result}`),
    );
    await app.idle();
  }, 180_000);
  afterAll(() => app.stop());

  it('goes from the draft of a filing to the grade that the next draw uses, for both kinds', () => {
    expect(steps.filter((step) => step.includes('申请书还有 0 项未填'))).toHaveLength(2);
    expect(steps.filter((step) => step.includes('准予备案'))).toHaveLength(2);
    expect(steps.filter((step) => step.includes('真实有效'))).toHaveLength(2);
    expect(steps.filter((step) => step.includes('全部一致'))).toHaveLength(2);
    expect(steps.filter((step) => step.includes('由 B 级变为 C 级'))).toHaveLength(2);
  });

  it('leaves an entry of the log for every act, and the states equal their histories', async () => {
    const acts = await app.database.query<{ action: string; count: string }>(
      `select action, count(*) from audit.entry group by action order by action`,
    );
    const names = acts.map(({ action }) => action);
    expect(names).toEqual(
      expect.arrayContaining(['filing.accepted', 'institution.registered', 'draw.announced', 'draw.opened']),
    );
    const broken = await app.database.query(
      `select f.id from filings.filing f
         join lateral (select to_status from filings.transition t where t.filing_id = f.id order by seq desc limit 1) t on true
        where t.to_status <> f.status`,
    );
    expect(broken).toEqual([]);
  });

  it('lets nothing personal out of the sealed columns', async () => {
    for (const table of [
      'audit.entry',
      'platform.outbox',
      'filings.transition',
      'institutions.institution',
    ]) {
      const leaks = await app.database.query(
        `select 1 from ${table} as t where t::text ~ '610116189001010019|13800000000'`,
      );
      expect({ table, leaks: leaks.length }).toEqual({ table, leaks: 0 });
    }
  });

  it('draws the two institutions again in the stratum of their new grade', async () => {
    const grades = await app.database.query<{ grade: string }>(
      `select grade from institutions.institution where source = 'FILING'`,
    );
    expect(grades).toEqual([{ grade: 'C' }, { grade: 'C' }]);
  });
});
