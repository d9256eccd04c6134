import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { JOB_NAMES, systemCaller, type JobName } from '@zhaoguan/contracts';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { UnitOfWork } from '../database/unit-of-work';
import { LOGGER } from '../tokens';
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
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.handlers = this.collect();
    await this.queues.work(
      (job: Job) => this.run(job),
      (job, error) => this.bury(job, error),
    );
  }

  /** @throws when a declared job has no handler or two: a job that nobody does must not be accepted. */
  private collect(): Map<JobName, Handler> {
    const found = new Map<JobName, Handler>();
    const scanner = new MetadataScanner();
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
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

  private async run(job: Job): Promise<void> {
    const name = job.name as JobName;
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`unknown job ${job.name}`);
    const key = job.id ?? '';
    let completed = false;
    await handler({
      name,
      payload: job.data as never,
      traceId: key,
      complete: async (work) => {
        completed = true;
        await this.work.run(systemCaller(key), async (tx) => {
          const fresh: unknown[] = await tx.manager.query(
            'insert into platform.job_done (job, key, done_at) values ($1, $2, $3) on conflict do nothing returning key',
            [name, key, tx.at],
          );
          if (fresh.length > 0) await work(tx);
        });
      },
    });
    if (!completed) throw new Error(`handler of ${name} ended without completing the job`);
    this.logger.debug({ job: name, key }, 'job done');
  }

  /** What has failed for good is kept where an administrator sees it and can retry it. */
  private async bury(job: Job, error: Error): Promise<void> {
    this.logger.error({ job: job.name, key: job.id, err: error }, 'job is dead');
    await this.work.run(systemCaller(job.id ?? ''), async (tx) => {
      await tx.manager.query(
        `insert into platform.dead_job (id, job, key, payload, error, failed_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (job, key) do nothing`,
        [tx.newId(), job.name, job.id, JSON.stringify(job.data), error.message.slice(0, 2000), tx.at],
      );
    });
  }
}
