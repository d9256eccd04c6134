import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations';
import { saysGone } from '../src/domain/findings';
import { drawProcess } from '../src/domain/draw.process';
import { resultProcess } from '../src/domain/result.process';
import { taskProcess } from '../src/domain/task.process';

interface Step {
  readonly from: readonly string[];
  readonly to: string;
}

describe('the schema of inspections', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    ['draw', drawProcess.states],
    ['task', taskProcess.states],
    ['result', resultProcess.states],
  ])('admits in %s.status the states of its process and no other', async (table, states) => {
    const [check] = await database.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1`,
      [`${table}_status_check`],
    );
    const admitted = [...(check?.definition ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, state]) => state);
    expect(admitted.sort()).toEqual([...states].sort());
  });

  it.each([
    ['draw', drawProcess],
    ['task', taskProcess],
    ['result', resultProcess],
  ])('lets a %s take the steps of its process and no other', async (table, lifecycle) => {
    const [trigger] = await database.query<{ definition: string }>(
      `select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = $1`,
      [`${table}_steps`],
    );
    const pairs = [...(trigger?.definition ?? '').matchAll(/'([A-Z_]+)'::text[^']*'([A-Z_]+)'::text/g)];
    const steps = Object.values<Step>(lifecycle.actions).flatMap(({ from, to }) =>
      from.filter((state) => state !== to).map((state) => `${state}>${to}`),
    );
    expect(pairs.map(([, from, to]) => `${from}>${to}`).sort()).toEqual([...new Set(steps)].sort());
  });

  it('takes for gone in what waits for the reviewer what the rule of 补抽 takes for gone', async () => {
    const codes = (
      await database.query<{ code: string }>(
        `select data ->> 'code' as code from reference.entry where list = 'result-categories'`,
      )
    )
      .map(({ code }) => code)
      .filter(saysGone);
    const [view] = await database.query<{ definition: string }>(
      `select pg_get_viewdef('inspections.work_item'::regclass) as definition`,
    );
    const [, listed = ''] = /result_code = ANY \(ARRAY\[([^\]]+)\]/.exec(view!.definition) ?? [];
    expect([...listed.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code).sort()).toEqual(codes.sort());
  });

  it('puts every table under row-level security', async () => {
    const open = await database.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'inspections' and c.relkind = 'r' and not c.relrowsecurity`,
    );
    expect(open).toEqual([]);
  });

  it('goes down and up again', async () => {
    const views = (): Promise<unknown[]> =>
      database.query(`select viewname from pg_views where schemaname = 'inspections' order by 1`);
    const before = await views();
    const runner = { query: (sql: string) => database.query(sql) } as unknown as QueryRunner;
    const mine = MIGRATIONS.map((migration): MigrationInterface => new migration());
    const first = mine.findIndex(({ name }) => name?.startsWith('Inspections'));
    for (const migration of mine.slice(first).reverse()) await migration.down(runner);
    const gone = await database.query(`select from pg_namespace where nspname = 'inspections'`);
    expect(gone).toEqual([]);
    for (const migration of mine.slice(first)) await migration.up(runner);
    expect(await views()).toEqual(before);
  });
});
