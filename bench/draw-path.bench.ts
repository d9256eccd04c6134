import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CreatePerson } from '@zhaoguan/access';
import { systemCaller, type Role } from '@zhaoguan/contracts';
import { FixedClock } from '@zhaoguan/kernel';
import {
  createHttpApp,
  createLogger,
  loadConfig,
  loadSecrets,
  projectRoot,
  UnitOfWork,
} from '@zhaoguan/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Client } from 'pg';
import { ApiModule } from '../apps/api/src/api.module';
import { startWorker } from '../apps/worker/src/worker';
import { withBenchDatabase } from './bench-database';
import type { BenchRow } from './bench-row';
import { measureCounting } from './counting';
import { DEPARTMENTS, fillRegistry } from './national-registry';
import { Phases } from './phases';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ALLOWED_HOLD_MS = 200;
const ALLOWED_MEMORY_MB = 1536;
const PASSWORD = 'Correct-horse-1';
const SOURCE = 'fucai-ssq';
/** One issue for each draw: what is known by the second draw cannot be its beacon. */
const ROUNDS = ['2026135', '2026136'] as const;
const NUMBERS = '03,08,12,21,27,33|09';
const SOURCE_URL = 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/';
/** The beacon of the bench is of this year; a later clock would call it known already. */
const NOW = '2026-11-20T02:00:00Z';

/** The whole way of a national draw through the whole application, in one process: how long is anybody else kept waiting? */
export function run(): Promise<readonly BenchRow[]> {
  return withBenchDatabase(async ({ url, owner, folder }) => {
    const counties = await fillRegistry(owner, {
      institutions: ROWS,
      inspectors: 10_000,
      districts: 100,
      recusals: 5_000,
    });
    const app = await start(url, folder);
    try {
      return await new DrawPath(app, owner, folder).follow(counties);
    } finally {
      await app.close();
    }
  });
}

async function start(url: string, folder: string): Promise<NestFastifyApplication> {
  const config = loadConfig({
    DATABASE_URL: url,
    DATA_DIR: folder,
    RATE_LIMIT_PER_MINUTE: '100000',
    LOG_LEVEL: 'error',
  });
  const logger = createLogger(config.logLevel);
  const app = await createHttpApp(
    ApiModule.forRoot({ config, secrets: loadSecrets(config), logger, clock: new FixedClock(NOW) }),
    logger,
  );
  await startWorker(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** Two draws of one plan over HTTP: one that is voided with all its tasks, one that is opened and downloaded. */
class DrawPath {
  private readonly phases = new Phases();
  private base = '';
  private planner = '';
  private reviewer = '';
  /** Who confirms a beacon does not throw the result away. */
  private checker = '';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly owner: Client,
    private readonly folder: string,
  ) {}

  async follow(counties: readonly string[]): Promise<BenchRow[]> {
    this.base = `${await this.app.getUrl()}/api/v1`;
    this.planner = await this.signIn('PLANNER');
    this.reviewer = await this.signIn('REVIEWER');
    this.checker = await this.signIn('REVIEWER', 'bench-checker');
    const planId = await this.plan(counties);
    const voided = await this.drawn(planId, ROUNDS[0]);
    await this.phases.measure('void, cancelling the tasks', async () => {
      await this.post(this.reviewer, `draws/${voided}/void`, { reason: '名录有误，重新抽取' });
      await this.until('select not exists (select from audit.pending) as done');
    });
    const opened = await this.drawn(planId, ROUNDS[1]);
    const counted = await measureCounting(ROWS, (path) => this.get(path));
    await this.submitAll(opened);
    await this.phases.measure('open', () => this.post(this.planner, `draws/${opened}/open`, {}));
    await this.download(opened);
    return [...this.report(opened), ...counted];
  }

  private async plan(districts: readonly string[]): Promise<string> {
    const items = await this.get<{ items: { id: string }[] }>('inspection-items?kind=ELDERLY_CARE');
    const plan = {
      title: '示例·全国养老机构双随机抽查',
      year: 2026,
      kind: 'ELDERLY_CARE',
      districts,
      itemIds: items.items.map(({ id }) => id),
      strata: [...'ABCD'].map((key) => ({ key, basisPoints: 500, minimum: 1 })),
      demands: DEPARTMENTS.map((department, i) => ({ department, inspectors: 2 - i })),
      maxLoad: 24,
    };
    const { id } = await this.phases.measure('make the plan', () =>
      this.post<{ id: string }>(this.planner, 'inspection-plans', plan),
    );
    await this.phases.measure('preview', () => this.get(`inspection-plans/${id}/preview`));
    return id;
  }

  /** Announcement, beacon, draw, tasks. @returns the id of the draw */
  private async drawn(planId: string, round: string): Promise<string> {
    const { phases, planner, checker } = this;
    const value = `${round}:${NUMBERS}`;
    const { id } = await phases.measure('announce', () =>
      this.post<{ id: string }>(planner, `inspection-plans/${planId}/draws`, {
        beacon: { source: SOURCE, round },
      }),
    );
    await this.post(planner, `draws/${id}/beacon`, { value, sourceUrl: SOURCE_URL });
    await phases.measure('confirm, compute and seal', async () => {
      await this.post(checker, `draws/${id}/beacon/confirm`, { value });
      await this.until(`select status = 'DRAWN' as done from inspections.draw where id = $1`, [id]);
    });
    await phases.measure('make the tasks', () =>
      this.until('select exists (select from inspections.task where draw_id = $1) as done', [id]),
    );
    await phases.measure('look at the draw', () => this.get(`draws/${id}`));
    return id;
  }

  /** What a season of inspections would do, by the owner: no part of this measurement. */
  private async submitAll(drawId: string): Promise<void> {
    // No task goes from assigned to submitted in one step; here each does.
    await this.owner.query('set session_replication_role = replica');
    await this.owner.query(
      `update inspections.task set status = 'SUBMITTED', started_at = now(), submitted_at = now(), result_id = uuidv7(),
              result_code = 'NO_PROBLEM'
        where draw_id = $1`,
      [drawId],
    );
    await this.owner.query('set session_replication_role = default');
  }

  private async download(drawId: string): Promise<void> {
    const announced = await this.get<{ announcement: { targetsDigest: string } }>(`public/draws/${drawId}`);
    const targets = await this.phases.measure('download the targets', () =>
      this.save(`public/draws/${drawId}/targets`, 'targets.txt', 'text/plain; charset=utf-8'),
    );
    if (targets.sm3 !== announced.announcement.targetsDigest)
      throw new Error('the targets are not those that were announced');
    await this.phases.measure('download the bundle', () =>
      this.save(`public/draws/${drawId}/bundle`, 'bundle.json', 'application/json; charset=utf-8'),
    );
    await this.phases.measure('the bundle again, by its ETag', () =>
      this.unchanged(`public/draws/${drawId}/bundle`),
    );
  }

  private async save(path: string, name: string, mediaType: string): Promise<{ sm3: string }> {
    const [answer] = (await once(get(`${this.base}/${path}`), 'response')) as [IncomingMessage];
    const found = answer.headers['content-type'];
    if (answer.statusCode !== 200 || found !== mediaType)
      throw new Error(`${path} answered ${answer.statusCode} ${found}`);
    const hash = createHash('sm3');
    const hashing = new Transform({
      transform(chunk: Uint8Array, _, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(answer, hashing, createWriteStream(join(this.folder, name)));
    return { sm3: hash.digest('hex') };
  }

  private async unchanged(path: string): Promise<void> {
    const first = await fetch(`${this.base}/${path}`);
    await first.body?.cancel();
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(`${this.base}/${path}`, { headers: { 'if-none-match': etag } });
    if (second.status !== 304) throw new Error(`${path} answered ${second.status} to its own ETag ${etag}`);
  }

  private report(drawId: string): BenchRow[] {
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    const load = loadavg()[0]?.toFixed(1);
    const size = (name: string): string => `${Math.round(statSync(join(this.folder, name)).size / 1e6)} MB`;
    const rows = this.phases.all.map(({ name, seconds, longestHold }) => ({
      name: `longest hold / ${ALLOWED_HOLD_MS} ms, ${name}`,
      ratio: longestHold / ALLOWED_HOLD_MS,
      detail: `${ROWS} institutions: ${seconds.toFixed(2)} s, longest hold ${Math.round(longestHold)} ms`,
    }));
    return [
      ...rows,
      {
        name: `peak memory / ${ALLOWED_MEMORY_MB} MB`,
        ratio: memory / ALLOWED_MEMORY_MB,
        detail: `api, worker and this client in one process: ${memory} MB; load average ${load}`,
      },
      this.verified(drawId, size('targets.txt'), size('bundle.json')),
    ];
  }

  /** Anybody's check of the downloaded bundle, in a process of its own. */
  private verified(drawId: string, targets: string, bundle: string): BenchRow {
    const cli = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'main.js');
    const start = performance.now();
    const { status, stdout } = spawnSync(
      process.execPath,
      [cli, 'draw', 'verify', join(this.folder, 'bundle.json')],
      { encoding: 'utf8' },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`draw ${drawId} could not be verified: ${stdout}`);
    const drawing = this.phases.all.findLast(({ name }) => name.startsWith('confirm'))?.seconds ?? 0;
    return {
      name: 'draw verify / drawing',
      ratio: seconds / drawing,
      detail: `${stdout.trim()}: ${seconds.toFixed(1)} s; targets ${targets}, bundle ${bundle}`,
    };
  }

  private async signIn(role: Role, username = `bench-${role.toLowerCase()}`): Promise<string> {
    await this.app.get(UnitOfWork).run(systemCaller('bench'), (tx) =>
      this.app.get(CreatePerson).execute(tx, {
        username,
        name: `示例·${username}`,
        password: PASSWORD,
        roles: [role],
        districts: ['*'],
        departments: [DEPARTMENTS[0]],
        mustChangePassword: false,
      }),
    );
    const answer = await this.post<{ accessToken: string }>('', 'auth/login', {
      username,
      password: PASSWORD,
    });
    return answer.accessToken;
  }

  private get<T>(path: string): Promise<T> {
    return this.request<T>(path, { headers: { authorization: `Bearer ${this.planner}` } });
  }

  private post<T>(token: string, path: string, body: object): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    };
    return this.request<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  private async request<T>(path: string, init: RequestInit): Promise<T> {
    const answer = await fetch(`${this.base}/${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  private async until(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    for (;;) {
      const { rows } = await this.owner.query<{ done: boolean }>(sql, [...parameters]);
      if (rows[0]?.done) return;
      const dead = await this.owner.query<{ job: string; error: string }>(
        'select job, error from platform.dead_job',
      );
      if (dead.rows[0]) throw new Error(`job ${dead.rows[0].job} died: ${dead.rows[0].error}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}
