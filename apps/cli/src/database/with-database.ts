import { join } from 'node:path';
import { loadConfig, migrate, openDatabase, projectRoot, type AppConfig } from '@zhaoguan/platform';
import { MIGRATIONS } from '../../../../migrations';
import { begunDemoRows } from '../demo/registration/demo-rows';

/** Runs `work` on this installation's migrated database, whether the system is running or not. */
export async function withDatabase<T>(
  log: (line: string) => void,
  work: (config: AppConfig & { readonly databaseUrl: string }) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const database = await openDatabase(config, () => undefined);
  try {
    await migrate({
      url: database.url,
      migrations: MIGRATIONS,
      referenceFolder: join(projectRoot(), 'seeds', 'reference'),
      addedRows: config.demo ? begunDemoRows(config.dataDir) : {},
      log,
    });
    return await work({ ...config, databaseUrl: database.url });
  } finally {
    await database.close();
  }
}
