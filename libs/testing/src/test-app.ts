import { scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PersonStore } from '@zhaoguan/access';
import { permissionsOf, systemCaller, type Caller, type Role } from '@zhaoguan/contracts';
import { FixedClock } from '@zhaoguan/kernel';
import {
  createHttpApp,
  createLogger,
  loadConfig,
  loadSecrets,
  UnitOfWork,
  type AppConfig,
} from '@zhaoguan/platform';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { ApiModule } from '../../../apps/api/src/api.module';
import { serveConsole } from '../../../apps/api/src/console/serve-console';
import { serveOpenApi } from '../../../apps/api/src/openapi';
import { startWorker } from '../../../apps/worker/src/worker';
import { createTestDatabase, type TestDatabase } from './database';
import { testRedisUrl } from './servers';

export interface TestPerson {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly token: string;
  readonly caller: Caller;
}

export interface PersonSettings {
  readonly districts?: readonly string[];
  readonly departments?: readonly string[];
  readonly name?: string;
}

export interface TestAppOptions {
  /** Queue on Redis instead of PostgreSQL. */
  readonly redis?: boolean;
  /** Do jobs (relay and handlers). The clock's schedules do not run by themselves. Default true. */
  readonly worker?: boolean;
  /** More variables of the environment, e.g. `RATE_LIMIT_PER_MINUTE`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Use this database (of another TestApp) instead of one of its own; its owner drops it. */
  readonly database?: TestDatabase;
  /** Data folder of another TestApp, to share its keys. */
  readonly dataDir?: string;
  /** Instant at which the test's clock stands. */
  readonly now?: string;
  /** Serves the console as built into dist/web. */
  readonly console?: boolean;
  /** Leaves out the official who is there no more, so that no office has ever had an account but those that the test makes. */
  readonly unstaffed?: boolean;
  /** Serves the documentation of the interface (/api/docs). */
  readonly docs?: boolean;
}

/** A Saturday would count no working day; tests begin on Friday 2026-11-20, 10:00 in Shanghai. */
const DEFAULT_NOW = '2026-11-20T02:00:00Z';
const PASSWORD = 'Correct-horse-1';
/** As the system keeps a password, but cheap: the cost of the real one is not what a test of something else waits for. */
const PASSWORD_HASH = cheapHash(PASSWORD);

function cheapHash(password: string): string {
  const salt = Buffer.alloc(16);
  const key = scryptSync(password, salt, 32, { N: 2, r: 8, p: 1 });
  return `scrypt:2:8:1:${salt.toString('base64')}:${key.toString('base64')}`;
}

/** Every office, of a county, a city, a province or a functional area, has had somebody who took filings: a first one is handed in nowhere else, and most tests are about what follows. */
async function leaveOfficial(database: TestDatabase): Promise<void> {
  await database.query(
    `insert into access.person (id, username, name, password_hash, has_password, roles, districts, departments, must_change_password, failed_count,
                                created_at, disabled_at)
     select gen_random_uuid(), 'qianren', '示例·前任受理', '', false, '{REGISTRAR}', array_agg(office), '{civil-affairs,health}', false, 0, $1, $1
       from (select code as office from reference.district where length(code) = 6
             union select jsonb_array_elements_text(data -> 'townships') from reference.entry where list = 'jurisdictions') offices`,
    [new Date(DEFAULT_NOW)],
  );
}

/** The real system on a database of its own: HTTP, jobs, files. Only the clock is the test's. */
export class TestApp {
  private count = 0;

  private constructor(
    readonly nest: NestFastifyApplication,
    readonly clock: FixedClock,
    readonly database: TestDatabase,
    readonly config: AppConfig,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const database = options.database ?? (await createTestDatabase());
    const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'zhaoguan-app-'));
    const config = loadConfig({
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '6',
      // Tests sign many people in from one address within a minute.
      RATE_LIMIT_PER_MINUTE: '100000',
      LOGIN_LIMIT_PER_MINUTE: '100000',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
      ...(options.redis ? { REDIS_URL: testRedisUrl() } : {}),
      ...options.env,
    });
    const clock = new FixedClock(new Date(options.now ?? DEFAULT_NOW));
    const logger = createLogger(config.logLevel);
    const nest = await createHttpApp(
      ApiModule.forRoot({ config, secrets: loadSecrets(config), logger, clock }),
      logger,
    );
    if (options.docs === true) serveOpenApi(nest);
    if (options.console === true) await serveConsole(nest);
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    if (options.worker !== false) await startWorker(nest);
    if (options.database === undefined && options.unstaffed !== true) await leaveOfficial(database);
    const cleanUp = async (): Promise<void> => {
      if (!options.database) await database.drop();
      if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    };
    return new TestApp(nest, clock, database, config, cleanUp);
  }

  get http(): TestAgent {
    return supertest(this.nest.getHttpServer());
  }

  /** Makes a person of this role and signs in over HTTP. */
  async person(role: Role, settings: PersonSettings = {}): Promise<TestPerson> {
    this.count += 1;
    const username = `${role.toLowerCase().replace('_', '-')}-${this.count}`;
    const districts = settings.districts ?? (role === 'OPERATOR' ? [] : ['610116']);
    const departments = settings.departments ?? (role === 'OPERATOR' ? [] : ['civil-affairs']);
    const name = settings.name ?? `示例·${username}`;
    const created = await this.nest.get(UnitOfWork).run(systemCaller('test'), (tx) =>
      this.nest.get(PersonStore).insert(tx, {
        username,
        name,
        passwordHash: PASSWORD_HASH,
        roles: [role],
        districts,
        departments,
        mustChangePassword: false,
      }),
    );
    const answer = await this.http
      .post('/api/v1/auth/login')
      .send({ username, password: PASSWORD })
      .expect(200);
    const caller: Caller = {
      id: created.id,
      name,
      roles: [role],
      permissions: permissionsOf([role]),
      districts,
      departments,
      traceId: 'test',
    };
    return { id: created.id, username, password: PASSWORD, token: answer.body.accessToken as string, caller };
  }

  /** Requests in this person's name. */
  as(person: TestPerson): TestAgent {
    return supertest
      .agent(this.nest.getHttpServer())
      .set('authorization', `Bearer ${person.token}`) as TestAgent;
  }

  /** Waits until every job that is due, and every job those asked for, has taken effect. @throws when a job died */
  async idle(): Promise<void> {
    const deadline = Date.now() + 45_000;
    for (;;) {
      const open = await this.database.query<{ job: string }>(
        'select job from platform.outbox where settled_at is null and not_before <= $1',
        [this.clock.now()],
      );
      // Asked second: a job that dies in between is settled and on the list at the same moment.
      const dead = await this.database.query<{ job: string; error: string }>(
        'select job, error from platform.dead_job',
      );
      if (dead[0]) throw new Error(`job ${dead[0].job} died: ${dead[0].error}`);
      if (open.length === 0) return;
      if (Date.now() > deadline)
        throw new Error(`jobs did not end: ${open.map(({ job }) => job).join(', ')}`);
      await new Promise((resume) => setTimeout(resume, 25));
    }
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.cleanUp();
  }
}
