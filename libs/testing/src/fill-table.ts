import type { TestDatabase } from './database';

interface Index {
  readonly name: string;
  readonly definition: string;
}

/**
 * One statement that puts tens of thousands of rows into a table. Its indexes, but for those that rows are held to or found by on the way (unique),
 * are made anew afterwards, each at once: half the processor time of adding to all of them row by row.
 */
export async function fillTable(
  database: TestDatabase,
  table: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<void> {
  const indexes = await database.query<Index>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = $1::regclass and not indisunique order by indexrelid`,
    [table],
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  await database.query(sql, parameters);
  await database.query(`set maintenance_work_mem = '256MB'`);
  for (const { definition } of indexes) await database.query(definition);
}
