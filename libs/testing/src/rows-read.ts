import { UnitOfWork } from '@zhaoguan/platform';
import { EntityManager } from 'typeorm';
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
  const spy = jest.spyOn(EntityManager.prototype, 'query');
  await app.as(person).get(path).expect(200);
  const sent = spy.mock.calls.find(([sql]) => sql.includes(table));
  spy.mockRestore();
  if (!sent) throw new Error(`${path} sends no statement that names ${table}`);
  const [sql, parameters] = sent;
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
