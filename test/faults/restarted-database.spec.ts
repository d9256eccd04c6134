import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, projectRoot, startEmbeddedPostgres, type EmbeddedPostgres } from '@zhaoguan/platform';
import { TestApp, type TestDatabase } from '@zhaoguan/testing';
import { Client } from 'pg';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { StreamDoor } from '../../libs/workbench/test/event-stream.builder';
import { MIGRATIONS } from '../../migrations';

/** A PostgreSQL of the test's own, so that it can be restarted without disturbing the other tests. */
describe('a database that is restarted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zg-restart-'));
  let postgres: EmbeddedPostgres;
  let app: TestApp;
  let door: StreamDoor;

  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({
      dataDir: join(folder, 'pg'),
      database: 'zhaoguan',
      superuser: 'zhaoguan',
      log: () => undefined,
    });
  const database = (url: string): TestDatabase => ({
    url,
    query: async <T>(sql: string, parameters: readonly unknown[] = []) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(sql, [...parameters])).rows as T[];
      } finally {
        await client.end();
      }
    },
    drop: async () => undefined,
  });

  beforeAll(async () => {
    postgres = await start();
    await migrate({
      url: postgres.url,
      migrations: MIGRATIONS,
      referenceFolder: join(projectRoot(), 'seeds', 'reference'),
      log: () => undefined,
    });
    app = await TestApp.start({ database: database(postgres.url) });
    door = await StreamDoor.open(app);
  }, 120_000);
  afterAll(async () => {
    door.closeAll();
    await app.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('does not end an open stream of notifications, which goes on with what jobs tell afterwards', async () => {
    const [operator, registrar] = [await app.person('OPERATOR'), await app.person('REGISTRAR')];
    const filings = new FilingBuilder(app);
    const stream = await door.stream(registrar);
    await filings.submitted(operator);
    await stream.count(1);

    await postgres.stop();
    const { url } = postgres;
    postgres = await start();
    expect(postgres.url).toBe(url);

    await answers();
    await filings.submitted(operator);
    await stream.until('told after the restart', () => stream.notifications.length === 2, 60);
    expect(stream.notifications.map(({ data }) => data.id)).toEqual([1, 2]);
  }, 180_000);

  /** Connections of the old server fail one after the other until the pool has new ones. */
  async function answers(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await app.http.get('/readyz')).status === 200) return;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
});
