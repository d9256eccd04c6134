import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataFolder, type AppConfig } from '../config';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../embedded-postgres';

export interface OpenDatabase {
  /** Owner's address. */
  readonly url: string;
  /** The embedded server belongs to another process, which may stop it at any moment. */
  readonly sharedWithAnother: boolean;
  /** Settles when the embedded server that this process started has ended, whoever ended it. */
  readonly exited?: Promise<void>;
  /** Stops the server when this process started it. */
  close(): Promise<void>;
}

/**
 * The database of this installation: `DATABASE_URL`, else the embedded server below DATA_DIR. When another process
 * (`npm start`) runs that server already, its address is used, so that commands work beside the running system.
 */
export async function openDatabase(config: AppConfig, log: (line: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined)
    return { url: config.databaseUrl, sharedWithAnother: false, close: async () => undefined };
  prepareDataFolder(config.dataDir);
  const addressFile = join(config.dataDir, 'postgres.url');
  try {
    const server = await startEmbeddedPostgres({
      dataDir: join(config.dataDir, 'postgres'),
      database: 'zhaoguan',
      superuser: 'zhaoguan',
      log,
      settings: { max_connections: '120' },
    });
    writeFileSync(addressFile, server.url, { mode: 0o600 });
    return {
      url: server.url,
      sharedWithAnother: false,
      exited: server.exited,
      close: async () => {
        rmSync(addressFile, { force: true });
        await server.stop();
      },
    };
  } catch (error) {
    const inUse = error instanceof EmbeddedPostgresError && error.code === 'DATA_DIRECTORY_IN_USE';
    if (!inUse || !existsSync(addressFile)) throw error;
    return {
      url: readFileSync(addressFile, 'utf8'),
      sharedWithAnother: true,
      close: async () => undefined,
    };
  }
}
