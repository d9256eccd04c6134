import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { SystemClock } from '@zhaoguan/kernel';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { AppConfig } from './config';
import { createDataSource } from './database/data-source';
import { CLOCK, CONFIG, LOGGER, PUBLIC_DATABASE } from './tokens';

/** What a process of public pages needs, and no more: no secrets, no queue, no connection that could write. */
@Global()
@Module({})
export class PublicPlatformModule implements OnApplicationShutdown {
  constructor(@Inject(PUBLIC_DATABASE) private readonly database: DataSource) {}

  static forRoot({ config, logger }: { config: AppConfig; logger: Logger }): DynamicModule {
    const url = config.databasePublicUrl ?? config.databaseUrl;
    if (url === undefined) throw new Error('PublicPlatformModule needs a database address');
    return {
      module: PublicPlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: CLOCK, useValue: new SystemClock() },
        {
          provide: PUBLIC_DATABASE,
          useFactory: () =>
            createDataSource({ url, role: 'public', poolSize: config.databasePoolSize }).initialize(),
        },
      ],
      exports: [CONFIG, LOGGER, CLOCK, PUBLIC_DATABASE, DiscoveryModule],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }
}
