import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';

/** A statement whose text is always the same. */
export interface PlannedStatement {
  /** Its own among all such statements, at most 63 bytes. */
  readonly name: string;
  readonly text: string;
}

/** One of the few texts into which a statement is put together; its values are parameters, or each of them would be kept. */
export const plannedStatement = (text: string): PlannedStatement => ({
  name: createHash('sm3').update(text).digest('hex').slice(0, 32),
  text,
});

/**
 * Runs, in the transaction of the manager, a statement that costs more to plan than to run: one that reads views of many parts, each under
 * row-level security. A connection plans it once for whatever values and keeps the plan; PostgreSQL makes it anew when a table, a view or its
 * statistics change. For a statement whose best plan depends on the values `manager.query` is right, which plans each time.
 * @returns the rows that it selects or returns
 */
export async function runPlannedOnce<T>(
  manager: EntityManager,
  statement: PlannedStatement,
  values: readonly unknown[],
): Promise<T[]> {
  if (!manager.queryRunner?.isTransactionActive) throw new Error(`${statement.name} runs in a transaction`);
  const client = (await manager.queryRunner.connect()) as ClientBase;
  await manager.query('set local plan_cache_mode = force_generic_plan');
  const rows = await run<T>(client, statement, values);
  // What follows in this transaction is planned as ever; a failure rolls this back as well.
  await manager.query('set local plan_cache_mode = auto');
  return rows;
}

async function run<T>(
  client: ClientBase,
  { name, text }: PlannedStatement,
  values: readonly unknown[],
): Promise<T[]> {
  try {
    const { rows } = await client.query({ name, text, values: [...values] });
    return rows as T[];
  } catch (error) {
    throw new QueryFailedError(text, [...values], error as Error);
  }
}
