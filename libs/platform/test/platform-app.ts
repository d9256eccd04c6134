import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import {
  JOB_NAMES,
  JOBS,
  SCHEDULES,
  systemCaller,
  type JobDeclaration,
  type JobName,
} from '@zhaoguan/contracts';
import { FixedClock } from '@zhaoguan/kernel';
import { createTestDatabase, testRedisUrl, type TestDatabase } from '@zhaoguan/testing';
import { pino } from 'pino';
import {
  JobRunner,
  loadConfig,
  loadSecrets,
  OutboxRelay,
  PlatformModule,
  QueueService,
  Scheduler,
  UnitOfWork,
  type AppConfig,
  type Tx,
} from '../src';

export { eventually } from '@zhaoguan/testing';

/** The platform alone has no handlers for the jobs of the modules above it. */
const isOwn = (name: string): boolean => name.startsWith('platform.') || name.startsWith('test.');
// What is altered here must reach no other test file (libs/testing/jest/kept-modules-runtime.cjs).
if ('keepsModules' in globalThis) throw new Error('begin this spec with /** @jest-environment node */');
JOB_NAMES.splice(0, JOB_NAMES.length, ...JOB_NAMES.filter(isOwn));
for (const list of [JOBS, SCHEDULES]) {
  for (const name of Object.keys(list).filter((each) => !isOwn(each))) Reflect.deleteProperty(list, name);
}

/** The jobs of the platform's own tests; the catalogue is this test file's copy (its environment is its own). */
export function declareJob(name: string, declaration: Partial<JobDeclaration> = {}): void {
  const full: JobDeclaration = { queue: 'fast', attempts: 3, backoffMs: 20, ...declaration };
  Object.assign(JOBS, { [name]: full });
  if (!JOB_NAMES.includes(name as JobName)) JOB_NAMES.push(name as JobName);
}

export interface PlatformAppOptions {
  readonly providers?: readonly Provider[];
  readonly redis?: boolean | string;
  readonly database?: TestDatabase;
  readonly clock?: FixedClock;
  readonly env?: Readonly<Record<string, string>>;
}

/** The platform without any module above it, as a process that does jobs. */
export class PlatformApp {
  private constructor(
    readonly nest: INestApplicationContext,
    readonly database: TestDatabase,
    readonly clock: FixedClock,
    readonly config: AppConfig,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async open(options: PlatformAppOptions = {}): Promise<PlatformApp> {
    const database = options.database ?? (await createTestDatabase());
    const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-platform-'));
    const redisUrl = options.redis === true ? testRedisUrl() : options.redis;
    const config = loadConfig({
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '6',
      ...(typeof redisUrl === 'string' ? { REDIS_URL: redisUrl } : {}),
      ...options.env,
    });
    const clock = options.clock ?? new FixedClock('2026-11-20T02:00:00Z');
    @Module({
      imports: [
        PlatformModule.forRoot({
          config,
          secrets: loadSecrets(config),
          logger: pino({ level: 'silent' }),
          entities: [],
          clock,
        }),
      ],
      providers: [...(options.providers ?? [])],
    })
    class TestModule {}
    const nest = await NestFactory.createApplicationContext(TestModule, {
      logger: false,
      abortOnError: false,
    });
    return new PlatformApp(nest, database, clock, config, async () => {
      if (!options.database) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** Open, and doing jobs; schedules only when `tick` is called. */
  static async start(options: PlatformAppOptions = {}): Promise<PlatformApp> {
    const app = await PlatformApp.open(options);
    await app.nest.get(JobRunner).start();
    await app.nest.get(OutboxRelay).start();
    return app;
  }

  get work(): UnitOfWork {
    return this.nest.get(UnitOfWork);
  }
  get relay(): OutboxRelay {
    return this.nest.get(OutboxRelay);
  }
  get queues(): QueueService {
    return this.nest.get(QueueService);
  }
  get scheduler(): Scheduler {
    return this.nest.get(Scheduler);
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run(systemCaller('test'), work);
  }

  enqueue(job: string, payload: unknown, notBefore?: Date): Promise<string> {
    return this.run((tx) => tx.enqueue(job as JobName, payload as never, notBefore));
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.cleanUp();
  }
}
