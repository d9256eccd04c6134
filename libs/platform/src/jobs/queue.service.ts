import { Inject, Injectable } from '@nestjs/common';
import { JOBS, type JobDeclaration, type JobName } from '@zhaoguan/contracts';
import { createPostgresBackend, Queue, Worker, type Job, type Processor } from 'bullmq';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AppConfig } from '../config';
import { outliveCut } from '../database/cut-connections';
import { ROLE_NAMES } from '../database/data-source';
import { CONFIG, LOGGER } from '../tokens';
import { EndableRedis } from './endable-redis';

export type QueueName = JobDeclaration['queue'];
const QUEUE_NAMES: readonly QueueName[] = ['fast', 'heavy'];
const CONCURRENCY: Readonly<Record<QueueName, number>> = { fast: 8, heavy: 1 };
/** Keys of one Redis Cluster slot, so that BullMQ's scripts may touch them together. */
const PREFIX = '{zhaoguan}';
/** PostgreSQL schema of the queues; made by `migrate`, used by the role `zhaoguan_app`. */
export const QUEUE_SCHEMA = 'bullmq';

/** A process that was killed may die again on the same job; that alone does not make the job a bad one. */
const MAX_STALLED = 5;
/** How soon the job of a killed process is taken up by another: after at most lock and interval together. */
const LOCK_MS = 15_000;
const STALLED_CHECK_MS = 5_000;
const RETRY_CONNECTION_MS = 1_000;
/** A Redis that does not answer must fail the relay, which tries again, rather than hold its transaction open. */
const COMMAND_TIMEOUT_MS = 5_000;
/** How long the end of a job may wait, while stopping, for a Redis that is away; the next start does that job again. */
const STOP_WITHOUT_REDIS_MS = 3_000;

/** On PostgreSQL many at once are added by way of temporary tables, which for a few is most of the work and swells the catalog. */
const FEW = 4;

type OpenQueue = Pick<Queue, 'add' | 'addBulk' | 'getJobCounts' | 'getJob' | 'close'>;
type OpenWorker = Pick<Worker, 'close'>;

export interface QueuedJob {
  readonly name: JobName;
  readonly payload: unknown;
  readonly jobId: string;
}

/** What the queue knows of a job that it was given. */
export type JobFate =
  { readonly state: 'lost' | 'held' } | { readonly state: 'failed'; readonly reason: string };

/** Job queues on Redis when `REDIS_URL` is set, else on PostgreSQL: the same code above either. */
@Injectable()
export class QueueService {
  private readonly queues = new Map<QueueName, OpenQueue>();
  private readonly workers: OpenWorker[] = [];
  /** Adds and asks; fails fast. */
  private redis: EndableRedis | undefined;
  /** Waits for jobs; never gives up. */
  private workerRedis: EndableRedis | undefined;
  private pool: Pool | undefined;
  private opened: Promise<void> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Connects once; later calls wait for the same connection. */
  open(): Promise<void> {
    this.opened ??= this.connect().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  async addBulk(jobs: readonly QueuedJob[]): Promise<void> {
    await this.open();
    for (const [name, queue] of this.queues) {
      const mine = jobs.filter((job) => JOBS[job.name].queue === name).map(asAdded);
      const oneByOne = this.pool !== undefined && mine.length <= FEW;
      if (oneByOne) for (const { name: job, data, opts } of mine) await queue.add(job, data, opts);
      else if (mine.length > 0) await queue.addBulk(mine);
    }
  }

  async work(processor: Processor, onDead: (job: Job, error: Error) => Promise<void>): Promise<void> {
    await this.open();
    for (const name of QUEUE_NAMES) {
      const worker = this.newWorker(name, processor);
      worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'queue worker error'));
      worker.on('failed', (job, error) => {
        if (!job) return;
        this.whenFailedForGood(job, error, onDead).catch((failure: unknown) =>
          this.logger.error(
            { err: failure, job: job.id },
            'a dead job is not recorded yet; recall will do it',
          ),
        );
      });
      this.workers.push(worker);
    }
  }

  /** The queue itself says whether it will try again; attempts alone do not tell, e.g. for a job that stalled. */
  private async whenFailedForGood(
    job: Job,
    error: Error,
    onDead: (job: Job, error: Error) => Promise<void>,
  ): Promise<void> {
    if (await job.isFailed()) await onDead(job, error);
  }

  async fateOf(name: JobName, jobId: string): Promise<JobFate> {
    await this.open();
    const job = await this.queues.get(JOBS[name].queue)?.getJob(jobId);
    if (!job) return { state: 'lost' };
    return (await job.isFailed())
      ? { state: 'failed', reason: job.failedReason || 'failed without a reason' }
      : { state: 'held' };
  }

  /** True when the queue's store answers. */
  async ping(): Promise<boolean> {
    await this.open();
    if (this.redis) return (await this.redis.ping()) === 'PONG';
    await this.pool?.query('select 1');
    return true;
  }

  /** Counts by queue and state, for metrics. */
  async counts(): Promise<Record<string, Record<string, number>>> {
    await this.open();
    const entries = await Promise.all(
      [...this.queues].map(async ([name, queue]) => [
        name,
        await queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
      ]),
    );
    return Object.fromEntries(entries) as Record<string, Record<string, number>>;
  }

  /** Workers first (they finish what they hold), then queues, then the connection; also when Redis is away. */
  async close(): Promise<void> {
    const giveUp = setInterval(() => {
      if (this.workerRedis && this.workerRedis.status !== 'ready') this.workerRedis.disconnect();
    }, STOP_WITHOUT_REDIS_MS);
    await Promise.all(this.workers.map((worker) => worker.close())).finally(() => clearInterval(giveUp));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.pool?.end();
    this.redis?.disconnect();
    this.workerRedis?.disconnect();
    this.workers.length = 0;
    this.queues.clear();
  }

  private async connect(): Promise<void> {
    if (this.config.redisUrl !== undefined) {
      this.redis = new EndableRedis(this.config.redisUrl, {
        maxRetriesPerRequest: 2,
        commandTimeout: COMMAND_TIMEOUT_MS,
      });
      this.workerRedis = new EndableRedis(this.config.redisUrl, { maxRetriesPerRequest: null });
      for (const client of [this.redis, this.workerRedis]) {
        client.on('error', (error) => this.logger.warn({ err: error }, 'redis connection error'));
      }
    } else {
      this.pool = new Pool({
        connectionString: this.config.databaseAppUrl ?? this.config.databaseUrl,
        max: 16,
        keepAlive: true,
        connectionTimeoutMillis: 10_000,
        onConnect: outliveCut,
        application_name: 'zhaoguan-queue',
        options: `-c role=${ROLE_NAMES.app} -c search_path=${QUEUE_SCHEMA}`,
      });
      this.pool.setMaxListeners(0);
      this.pool.on('error', (error) => this.logger.warn({ err: error }, 'queue connection error'));
    }
    for (const name of QUEUE_NAMES) this.queues.set(name, this.newQueue(name));
  }

  private newQueue(name: QueueName): OpenQueue {
    const queue = this.redis
      ? new Queue(name, { connection: this.redis, prefix: PREFIX })
      : new Queue(name, { connection: this.openPool() }, createPostgresBackend);
    queue.on('error', (error: Error) => this.logger.warn({ err: error, queue: name }, 'queue error'));
    return queue;
  }

  private newWorker(name: QueueName, processor: Processor): Worker {
    const settings = {
      concurrency: CONCURRENCY[name],
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: MAX_STALLED,
      runRetryDelay: RETRY_CONNECTION_MS,
    };
    return this.workerRedis
      ? new Worker(name, processor, { connection: this.workerRedis, prefix: PREFIX, ...settings })
      : (new Worker(
          name,
          processor,
          { connection: this.openPool(), ...settings },
          createPostgresBackend,
        ) as unknown as Worker);
  }

  private openPool(): Pool {
    if (!this.pool) throw new Error('the queue is not open');
    return this.pool;
  }
}

const asAdded = ({ name, payload, jobId }: QueuedJob) => ({
  name,
  data: payload,
  opts: {
    jobId,
    attempts: JOBS[name].attempts,
    backoff: { type: 'exponential', delay: JOBS[name].backoffMs },
    removeOnComplete: { age: 86_400, count: 10_000 },
    removeOnFail: { age: 30 * 86_400, count: 10_000 },
  },
});
