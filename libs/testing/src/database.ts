import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** One statement as the owner, past row-level security: to look, or to play the attacker. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env['ZHAOGUAN_TEST_DATABASE_URL'];
  if (url === undefined)
    throw new Error('run this test in a jest project with a database (int, journey, browser)');
  return url;
}

/** A copy of the migrated template database, for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template template strategy file_copy`);
  const url = databaseUrl(name);
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as T[],
    drop: async () => {
      await client.end();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

/** CREATE DATABASE copies the template only while nobody is connected to it, so this goes by way of `postgres`. */
async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    // Two test files copying at the same time would each hold the template: take turns.
    await client.query(`select pg_advisory_lock(hashtext('template'))`);
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  return serverUrl().replace(/\/[^/?]+\?/, `/${name}?`);
}
