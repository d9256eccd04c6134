import { DataSource, type DataSourceOptions } from 'typeorm';
import { outliveCut } from './cut-connections';

export type DatabaseRole = 'owner' | 'app' | 'public';

/** Database roles made by the first migration. The owner is whoever runs the migrations. */
export const ROLE_NAMES = { app: 'zhaoguan_app', public: 'zhaoguan_public' } as const;

export interface DataSourceSettings {
  readonly url: string;
  readonly role: DatabaseRole;
  readonly poolSize: number;
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
}

/**
 * The one place where connections to PostgreSQL are configured. The role is taken on at connection start, so a
 * pooled connection is never more than its purpose needs.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const role = settings.role === 'owner' ? '' : `-c role=${ROLE_NAMES[settings.role]} `;
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: settings.entities ?? [],
    migrations: settings.migrations ?? [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: settings.poolSize,
    applicationName: `zhaoguan-${settings.role}`,
    extra: {
      options: `${role}-c timezone=UTC -c statement_timeout=${settings.role === 'owner' ? 0 : 30_000} -c idle_in_transaction_session_timeout=60000`,
      connectionTimeoutMillis: 10_000,
      onConnect: outliveCut,
    },
  });
}
