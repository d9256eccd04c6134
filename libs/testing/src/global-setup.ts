import { join } from 'node:path';
import { migrate, projectRoot, startEmbeddedPostgres, type EmbeddedPostgres } from '@zhaoguan/platform';
import { MIGRATIONS } from '../../../migrations';
import { startRedis, type RedisServer } from './servers';
import { makeTestFolder } from './test-folder';

interface Running {
  postgres: EmbeddedPostgres;
  redis: RedisServer;
}
declare global {
  var zhaoguanTestServers: Running | undefined;
}

/** One real PostgreSQL and one real Redis for all test files of a run, of whatever tier; each file gets a copy of the migrated template. */
export default async function globalSetup(): Promise<void> {
  const folder = makeTestFolder();
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    database: 'template',
    superuser: 'zhaoguan',
    log: () => undefined,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      // A file's tables are young and small, and those that are filled are analyzed when they are: what autovacuum finds out at some moment
      // only costs time, and makes each statement that is planned once be planned again.
      autovacuum: 'off',
    },
  });
  await migrate({
    url: postgres.url,
    migrations: MIGRATIONS,
    referenceFolder: join(projectRoot(), 'seeds', 'reference'),
    log: () => undefined,
  });
  const redis = await startRedis();
  process.env['ZHAOGUAN_TEST_DATABASE_URL'] = postgres.url;
  process.env['ZHAOGUAN_TEST_REDIS_URL'] = redis.url;
  process.env['ZHAOGUAN_TEST_FOLDER'] = folder;
  // What the tests and the programs that they start put among temporary files belongs there too.
  process.env['TMPDIR'] = folder;
  globalThis.zhaoguanTestServers = { postgres, redis };
}
