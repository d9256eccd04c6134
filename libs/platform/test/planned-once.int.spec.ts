import { systemCaller } from '@zhaoguan/contracts';
import { TestApp } from '@zhaoguan/testing';
import { isDuplicateKey, plannedStatement, runPlannedOnce, UnitOfWork, type Tx } from '../src';

const STATEMENT = {
  name: 'jobs by name',
  text: 'select job from platform.outbox where job = $1 order by id',
};

interface Kept {
  readonly name: string;
  readonly generic: number;
  readonly custom: number;
}

describe('a statement that is planned once', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    app.nest.get(UnitOfWork).run(systemCaller('test'), work);
  const kept = (tx: Tx): Promise<Kept[]> =>
    tx.manager.query(
      'select name, generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements',
    );

  it('keeps its plan in the connection, from one transaction to the next, for whatever values', async () => {
    const found = await run(async (tx) => {
      await tx.enqueue('workbench.settle', {});
      const rows = await runPlannedOnce(tx.manager, STATEMENT, ['workbench.settle']);
      return [rows, await kept(tx)];
    });
    expect(found).toEqual([[{ job: 'workbench.settle' }], [{ name: STATEMENT.name, generic: 1, custom: 0 }]]);
    const again = await run(async (tx) => [
      await runPlannedOnce(tx.manager, STATEMENT, ['no such job']),
      await kept(tx),
    ]);
    expect(again).toEqual([[], [{ name: STATEMENT.name, generic: 2, custom: 0 }]]);
  });

  it('leaves the other statements of the transaction to be planned for their values', async () => {
    const mode = await run(async (tx) => {
      await runPlannedOnce(tx.manager, STATEMENT, ['workbench.settle']);
      return tx.manager.query('show plan_cache_mode');
    });
    expect(mode).toEqual([{ plan_cache_mode: 'auto' }]);
  });

  it('fails as any other does, and its connection is good for the next', async () => {
    const twice = {
      name: 'done twice',
      text: `insert into platform.job_done (job, key, done_at) select 'a', 'b', $1 from generate_series(1, 2)`,
    };
    const failed = await run((tx) => runPlannedOnce(tx.manager, twice, [tx.at])).catch((e: unknown) => e);
    expect(isDuplicateKey(failed)).toBe(true);
    expect(await run((tx) => tx.manager.query('show plan_cache_mode'))).toEqual([
      { plan_cache_mode: 'auto' },
    ]);
  });

  it('has a name by its text, by which each of the texts that one is put together from is kept', async () => {
    const texts = ['select 1 as found', 'select 2 as found'];
    const [found, names] = await run(async (tx) => {
      const rows: unknown[] = [];
      for (const text of [...texts, ...texts])
        rows.push(...(await runPlannedOnce(tx.manager, plannedStatement(text), [])));
      return [rows, (await kept(tx)).map(({ name }) => name)];
    });
    expect(found).toEqual([{ found: 1 }, { found: 2 }, { found: 1 }, { found: 2 }]);
    expect(names).toEqual(expect.arrayContaining(texts.map((text) => plannedStatement(text).name)));
  });

  it('is not run outside a transaction', async () => {
    const { manager } = await run(async (tx) => tx);
    await expect(runPlannedOnce(manager, STATEMENT, ['x'])).rejects.toThrow('runs in a transaction');
  });
});
