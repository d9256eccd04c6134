import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { QUEUE_SCHEMA } from '../jobs/queue.service';
import { loadReference, type AddedRows } from '../reference/load-reference';
import { regimeWarnings } from '../reference/regime-warnings';
import { createDataSource, ROLE_NAMES } from './data-source';

export interface MigrateOptions {
  /** Connection of the schema's owner. */
  readonly url: string;
  readonly migrations: DataSourceOptions['migrations'];
  readonly referenceFolder: string;
  /** Reference rows of this installation beside those of the folder. */
  readonly addedRows?: AddedRows;
  readonly log: (line: string) => void;
}

/** Brings the database to this version: migrations, queue tables, reference data. Two at a time wait for each other. */
export async function migrate({
  url,
  migrations,
  referenceFolder,
  addedRows,
  log,
}: MigrateOptions): Promise<void> {
  const guard = new Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query(`select pg_advisory_lock(hashtext('zhaoguan.migrate'))`);
    const owner = await createDataSource({ url, role: 'owner', poolSize: 2, migrations }).initialize();
    try {
      const done = await owner.runMigrations();
      if (done.length > 0) log(`数据库已升级：${done.length} 项迁移`);
      await migrateQueue(guard);
      const lists = await loadReference(owner, referenceFolder, addedRows);
      if (lists.length > 0) log(`基础数据已载入：${lists.length} 个目录`);
      for (const warning of await regimeWarnings(owner)) log(`请核对 ${warning}`);
    } finally {
      await owner.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** BullMQ makes a sequence for each queue when its first jobs come, hence `create`. */
async function migrateQueue(owner: Client): Promise<void> {
  await runQueueMigrations(owner, QUEUE_SCHEMA);
  // The backend makes a sequence of its own for each queue when it is first used, so it must be able to create.
  await owner.query(`
    grant usage, create on schema ${QUEUE_SCHEMA} to ${ROLE_NAMES.app};
    grant all on all tables in schema ${QUEUE_SCHEMA} to ${ROLE_NAMES.app};
    grant all on all sequences in schema ${QUEUE_SCHEMA} to ${ROLE_NAMES.app};
    grant execute on all functions in schema ${QUEUE_SCHEMA} to ${ROLE_NAMES.app};
  `);
}
