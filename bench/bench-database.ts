import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, projectRoot, startEmbeddedPostgres } from '@zhaoguan/platform';
import { Client } from 'pg';
import { MIGRATIONS } from '../migrations';

/** A migrated database that is gone when the work is done, its owner's connection, and a folder for files. */
export interface BenchDatabase {
  readonly url: string;
  readonly owner: Client;
  readonly folder: string;
}

export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-bench-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    database: 'bench',
    superuser: 'zhaoguan',
    log: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '256MB' },
  });
  try {
    const referenceFolder = join(projectRoot(), 'seeds', 'reference');
    await migrate({ url: postgres.url, migrations: MIGRATIONS, referenceFolder, log: () => undefined });
    const owner = new Client({ connectionString: postgres.url });
    await owner.connect();
    try {
      return await work({ url: postgres.url, owner, folder });
    } finally {
      await owner.end();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
