import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule, ModuleRef } from '@nestjs/core';
import { SystemClock, SystemRng, type Clock, type Rng } from '@zhaoguan/kernel';
import type { Logger } from 'pino';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { AppConfig, Secrets } from './config';
import { FieldCipher } from './crypto/field-cipher';
import { createDataSource } from './database/data-source';
import { DatabaseListener } from './database/database-listener';
import { SessionLocks } from './database/session-locks';
import { UnitOfWork } from './database/unit-of-work';
import { DeadJobs } from './jobs/dead-jobs';
import { JobRunner } from './jobs/job-runner';
import { PlatformJobs } from './jobs/platform.jobs';
import { QueueService } from './jobs/queue.service';
import { Scheduler } from './jobs/scheduler';
import { OutboxRelay } from './outbox/outbox-relay';
import { IssuePaper } from './papers/issue-paper';
import { ReferenceData } from './reference/reference-data';
import { SoftwareSigner, type DocumentSigner } from './signing/document-signer';
import { FileSignatures } from './signing/file-signatures';
import { FileStore } from './storage/file-store';
import { ResumableUploads } from './storage/resumable-uploads';
import { UploadsUnderWay } from './storage/under-way';
import {
  APP_DATABASE,
  CLOCK,
  CONFIG,
  DOCUMENT_SIGNER,
  LOGGER,
  PUBLIC_DATABASE,
  REFERENCE_DATABASE,
  RNG,
  SECRETS,
} from './tokens';

export interface PlatformOptions {
  readonly config: AppConfig;
  readonly secrets: Secrets;
  readonly logger: Logger;
  readonly entities: DataSourceOptions['entities'];
  readonly clock?: Clock;
  readonly rng?: Rng;
  /** Signs in the place of the key file of the installation. */
  readonly signer?: DocumentSigner;
}

const SHARED = [
  UnitOfWork,
  SessionLocks,
  DatabaseListener,
  FieldCipher,
  UploadsUnderWay,
  FileStore,
  ResumableUploads,
  FileSignatures,
  IssuePaper,
  ReferenceData,
  QueueService,
  DeadJobs,
  OutboxRelay,
  JobRunner,
  Scheduler,
];
const TOKENS = [CONFIG, SECRETS, LOGGER, CLOCK, RNG, APP_DATABASE, PUBLIC_DATABASE];
/** Each list is asked for once a minute. */
const REFERENCE_POOL_SIZE = 2;

/** What every process needs once: settings, connections, transactions, queues, files, ciphers. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly module: ModuleRef) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const { config, secrets, logger, entities } = options;
    const owner = config.databaseUrl;
    if (owner === undefined) throw new Error('PlatformModule needs a database address');
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: SECRETS, useValue: secrets },
        { provide: LOGGER, useValue: logger },
        { provide: CLOCK, useValue: options.clock ?? new SystemClock() },
        { provide: RNG, useValue: options.rng ?? new SystemRng() },
        { provide: DOCUMENT_SIGNER, useValue: options.signer ?? new SoftwareSigner(config) },
        {
          provide: APP_DATABASE,
          useFactory: () =>
            createDataSource({
              url: config.databaseAppUrl ?? owner,
              role: 'app',
              poolSize: config.databasePoolSize,
              entities,
            }).initialize(),
        },
        {
          provide: REFERENCE_DATABASE,
          useFactory: () =>
            createDataSource({
              url: config.databaseAppUrl ?? owner,
              role: 'app',
              poolSize: REFERENCE_POOL_SIZE,
            }).initialize(),
        },
        {
          provide: PUBLIC_DATABASE,
          useFactory: () =>
            createDataSource({
              url: config.databasePublicUrl ?? owner,
              role: 'public',
              poolSize: config.databasePoolSize,
            }).initialize(),
        },
        ...SHARED,
        PlatformJobs,
      ],
      exports: [...TOKENS, ...SHARED],
    };
  }

  /** In this order: nothing new is started, what runs is finished, then the connections go. */
  async onApplicationShutdown(): Promise<void> {
    await this.module.get(Scheduler).stop();
    await this.module.get(OutboxRelay).stop();
    await this.module.get(QueueService).close();
    await this.module.get(DatabaseListener).stop();
    for (const token of [APP_DATABASE, REFERENCE_DATABASE, PUBLIC_DATABASE]) {
      const database = this.module.get<DataSource>(token);
      if (database.isInitialized) await database.destroy();
    }
  }
}
