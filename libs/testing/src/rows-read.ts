import { UnitOfWork } from '@zhaoguan/platform';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import type { TestApp, TestPerson } from './test-app';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Rows touched by the very statement that a request sends, under the jurisdiction of the person: whether an index is
 * used, told without a clock.
 * @param path requested, with its query
 * @param table name by which the statement is known among those that the request sends
 */
export async function rowsRead(
  app: TestApp,
  person: TestPerson,
  path: string,
  table: string,
): Promise<number> {
  const sent = (await sentBy(() => app.as(person).get(path).expect(200))).find(([sql]) =>
    sql.includes(table),
  );
  if (!sent) throw new Error(`${path} sends no statement that names ${table}`);
  return rowsOf(app, person, sent);
}

/**
 * The same of all statements that read for a request: what stands in many tables is looked for in each by its own index.
 * @param person under whose jurisdiction they are explained
 */
export async function rowsReadInAll(
  app: TestApp,
  person: TestPerson,
  request: () => PromiseLike<unknown>,
): Promise<number> {
  let sum = 0;
  for (const sent of await sentBy(request)) {
    if (/^\s*(select|with)\b/i.test(sent[0]) && !/\b(set_config|for update)\b/i.test(sent[0]))
      sum += await rowsOf(app, person, sent);
  }
  return sum;
}

type Statement = readonly [sql: string, parameters: unknown];

async function sentBy(request: () => PromiseLike<unknown>): Promise<readonly Statement[]> {
  const spy = jest.spyOn(PostgresQueryRunner.prototype, 'query');
  try {
    await request();
    return spy.mock.calls.map(([sql, parameters]) => [sql, parameters]);
  } finally {
    spy.mockRestore();
  }
}

async function rowsOf(app: TestApp, person: TestPerson, [sql, parameters]: Statement): Promise<number> {
  const plans: { 'QUERY PLAN': { Plan: PlanNode }[] }[] = await app.nest
    .get(UnitOfWork)
    .read(person.caller, (manager) =>
      manager.query(`explain (analyze, format json) ${sql}`, parameters as unknown[]),
    );
  const [plan] = plans[0]?.['QUERY PLAN'] ?? [];
  if (!plan) throw new Error('the database explained nothing');
  return touched(plan.Plan);
}

function touched(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const own = (node['Actual Rows'] + removed) * node['Actual Loops'];
  return (node.Plans ?? []).map(touched).reduce((sum, rows) => sum + rows, own);
}
