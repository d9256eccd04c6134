import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { refuse } from '@zhaoguan/contracts';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { QueueService } from '../jobs/queue.service';
import type { Secrets } from '../config';
import { keysFit } from '../database/key-fingerprints';
import { APP_DATABASE, LOGGER, SECRETS } from '../tokens';
import { Public } from './policy';

/** Health and metrics, for machines. */
@ApiExcludeController()
@SkipThrottle({ public: true })
@Controller()
export class OpsController {
  private readonly registry = new Registry();
  private readonly jobs = new Gauge({
    name: 'zhaoguan_queue_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers: [this.registry],
  });
  private readonly outbox = new Gauge({
    name: 'zhaoguan_outbox_waiting',
    help: 'Outbox rows not yet relayed',
    registers: [this.registry],
  });

  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    private readonly queues: QueueService,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(SECRETS) private readonly secrets: Secrets,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** The process is up. */
  @Get('healthz')
  @Public()
  health(): { status: 'up' } {
    return { status: 'up' };
  }

  /** Database, queue and migrations are in order, and the keys are those of the database. */
  @Get('readyz')
  @Public()
  async ready(): Promise<{ status: 'ready' }> {
    try {
      const [row]: { migrated: boolean }[] = await this.database.query(
        'select exists (select from public.migration) as migrated',
      );
      if (row?.migrated !== true) this.logger.warn('not ready: the database is not migrated');
      else if (!(await keysFit(this.database, this.secrets)))
        this.logger.warn('not ready: the keys are not those of the database');
      else if (await this.queues.ping()) return { status: 'ready' };
      else this.logger.warn('not ready: the queue does not answer');
    } catch (error) {
      this.logger.warn({ err: error }, 'not ready');
    }
    throw refuse('SERVICE_UNAVAILABLE');
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    const counts = await this.queues.counts();
    for (const [queue, states] of Object.entries(counts)) {
      for (const [state, count] of Object.entries(states)) this.jobs.set({ queue, state }, count);
    }
    const rows: { count: string }[] = await this.database.query(
      'select count(*) from platform.outbox where dispatched_at is null',
    );
    this.outbox.set(Number(rows[0]?.count ?? 0));
    return this.registry.metrics();
  }
}
