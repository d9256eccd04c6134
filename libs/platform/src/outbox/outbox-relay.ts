import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@zhaoguan/kernel';
import type { JobName } from '@zhaoguan/contracts';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { QueueService } from '../jobs/queue.service';
import { APP_DATABASE, CLOCK, LOGGER } from '../tokens';

interface OutboxRow {
  readonly id: string;
  readonly job: JobName;
  readonly payload: unknown;
}

const BATCH = 200;
/** Safety net when a notification was missed, e.g. while the listening connection was down. */
const POLL_MS = 2_000;

/**
 * Moves outbox rows to the queue after their transaction has committed: at least once, in order of writing, by any
 * number of relays at a time (SKIP LOCKED). The queue drops repeats by job id.
 */
@Injectable()
export class OutboxRelay {
  private listener: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private again = false;
  private stopped = true;
  private current: Promise<void> = Promise.resolve();

  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly queues: QueueService,
  ) {}

  async start(): Promise<void> {
    this.stopped = false;
    await this.listen();
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.current;
    const listener = this.listener;
    this.listener = undefined;
    await listener?.end();
  }

  private async listen(): Promise<void> {
    const options = this.database.options as { url?: string; extra?: { options?: string } };
    const client = new Client({ connectionString: options.url, options: options.extra?.options });
    client.on('error', (error) => {
      this.logger.warn({ err: error }, 'outbox listener lost its connection');
      this.listener = undefined;
    });
    client.on('notification', () => this.wake());
    await client.connect();
    await client.query('listen zhaoguan_outbox');
    this.listener = client;
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    this.current = this.drain()
      .catch((error: unknown) => this.logger.error({ err: error }, 'outbox relay failed; it will try again'))
      .finally(() => {
        this.running = false;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    if (!this.listener) await this.listen();
    while (!this.stopped && (await this.relayBatch()) === BATCH);
  }

  /** @returns how many rows were relayed */
  private relayBatch(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const rows: OutboxRow[] = await manager.query(
        `select id, job, payload from platform.outbox
          where dispatched_at is null and not_before <= $1
          order by id limit $2 for update skip locked`,
        [this.clock.now(), BATCH],
      );
      if (rows.length === 0) return 0;
      await this.queues.addBulk(
        rows.map((row) => ({ name: row.job, payload: row.payload, jobId: `outbox-${row.id}` })),
      );
      await manager.query('update platform.outbox set dispatched_at = $1 where id = any($2::bigint[])', [
        this.clock.now(),
        rows.map((row) => row.id),
      ]);
      return rows.length;
    });
  }
}
