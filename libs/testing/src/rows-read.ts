import { UnitOfWork } from '@zhaoguan/platform';
import { Client, escapeLiteral, type QueryConfig } from 'pg';
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

/** @param plannedOnce for whatever values: what stands in it is not known to its plan */
type Statement = readonly [sql: string, parameters: unknown, plannedOnce?: true];

async function sentBy(request: () => PromiseLike<unknown>): Promise<readonly Statement[]> {
  const spy = jest.spyOn(PostgresQueryRunner.prototype, 'query');
  const byName = jest.spyOn(Client.prototype, 'query');
  try {
    await request();
    return [
      ...spy.mock.calls.map(([sql, parameters]): Statement => [sql, parameters]),
      ...byName.mock.calls.flatMap(([given]) => byItsName(given)),
    ];
  } finally {
    spy.mockRestore();
    byName.mockRestore();
  }
}

function byItsName(given: QueryConfig | string): Statement[] {
  return typeof given === 'string' || given.name === undefined ? [] : [[given.text, given.values, true]];
}

async function rowsOf(app: TestApp, person: TestPerson, statement: Statement): Promise<number> {
  const plans = await app.nest
    .get(UnitOfWork)
    .read(person.caller, (manager) => explained((sql, values) => manager.query(sql, values), statement));
  const [plan] = plans[0]?.['QUERY PLAN'] ?? [];
  if (!plan) throw new Error('the database explained nothing');
  return touched(plan.Plan);
}

type Plans = { 'QUERY PLAN': { Plan: PlanNode }[] }[];
type Ask = (sql: string, values?: unknown[]) => Promise<Plans>;

const EXPLAIN = 'explain (analyze, format json)';

async function explained(ask: Ask, [sql, parameters, plannedOnce]: Statement): Promise<Plans> {
  if (!plannedOnce) return ask(`${EXPLAIN} ${sql}`, parameters as unknown[]);
  const values = (parameters as unknown[]).map(literal);
  await ask('set local plan_cache_mode = force_generic_plan');
  await ask(`prepare explained as ${sql}`);
  const plans = await ask(`${EXPLAIN} execute explained (${values.join(', ')})`);
  await ask('deallocate explained');
  return plans;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join(',')}}`);
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  return escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}

function touched(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const own = (node['Actual Rows'] + removed) * node['Actual Loops'];
  return (node.Plans ?? []).map(touched).reduce((sum, rows) => sum + rows, own);
}
