import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { JOB_NAMES, systemCaller, type JobName } from '@zhaoguan/contracts';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import { settleOutboxRow } from '../outbox/outbox-row';
import { LOGGER } from '../tokens';
import { DeadJobs } from './dead-jobs';
import { ON_JOB, type JobRun } from './on-job';
import { QueueService } from './queue.service';

type Handler = (run: JobRun<JobName>) => Promise<void>;

/** Finds the handlers, refuses to start when one is missing or double, and runs jobs. */
@Injectable()
export class JobRunner {
  private handlers: ReadonlyMap<JobName, Handler> = new Map();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly queues: QueueService,
    private readonly work: UnitOfWork,
    private readonly dead: DeadJobs,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.handlers = this.collect();
    await this.queues.work(
      (job: Job) => this.run(job.name, job.id ?? '', job.data),
      (job, error) =>
        this.dead.bury({ name: job.name, key: job.id ?? '', payload: job.data, error: error.message }),
    );
  }

  /**
   * One delivery of a job, as the queue makes it.
   * @throws whatever the handler throws, and when it ended without completing the job: the queue tries again
   */
  async run(name: string, key: string, payload: unknown): Promise<void> {
    const handler = this.handlers.get(name as JobName);
    if (!handler) throw new Error(`unknown job ${name}`);
    let completed = false;
    await handler({
      name: name as JobName,
      payload: payload as never,
      traceId: key,
      complete: async (work) => {
        if (completed) throw new Error(`handler of ${name} completed its job twice`);
        await this.work.run(systemCaller(key), (tx) => this.completeOnce(tx, name, key, work));
        completed = true;
      },
    });
    if (!completed) throw new Error(`handler of ${name} ended without completing the job`);
    this.logger.debug({ job: name, key }, 'job done');
  }

  private async completeOnce(
    tx: Tx,
    name: string,
    key: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const fresh: unknown[] = await tx.manager.query(
      'insert into platform.job_done (job, key, done_at) values ($1, $2, $3) on conflict do nothing returning key',
      [name, key, tx.at],
    );
    if (fresh.length === 0) return;
    await settleOutboxRow(tx, key);
    await work(tx);
  }

  /** @throws when a declared job has no handler or two: a job that nobody does must not be accepted. */
  private collect(): Map<JobName, Handler> {
    const found = new Map<JobName, Handler>();
    const scanner = new MetadataScanner();
    const instances = new Set(
      this.discovery
        .getProviders()
        .filter((wrapper) => wrapper.isDependencyTreeStatic())
        .map((wrapper): unknown => wrapper.instance),
    );
    for (const instance of instances) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (prototype === null) continue;
      for (const key of scanner.getAllMethodNames(prototype)) {
        const method = (instance as Record<string, unknown>)[key];
        if (typeof method !== 'function') continue;
        const name = this.reflector.get<JobName | undefined>(ON_JOB, method);
        if (name === undefined) continue;
        if (found.has(name)) throw new Error(`job ${name} has two handlers; keep one @OnJob('${name}')`);
        found.set(name, method.bind(instance) as Handler);
      }
    }
    const missing = JOB_NAMES.filter((name) => !found.has(name));
    if (missing.length > 0) throw new Error(`no @OnJob handler for: ${missing.join(', ')}`);
    return found;
  }
}
