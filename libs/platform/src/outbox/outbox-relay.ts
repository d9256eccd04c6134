import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@zhaoguan/kernel';
import type { JobName } from '@zhaoguan/contracts';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { DatabaseListener } from '../database/database-listener';
import { DeadJobs, isJobName } from '../jobs/dead-jobs';
import { QueueService } from '../jobs/queue.service';
import { APP_DATABASE, CLOCK, LOGGER } from '../tokens';
import { keyOfOutboxRow } from './outbox-key';
import { OUTBOX_COLUMNS, type OutboxRow } from './outbox-row';

const BATCH = 200;
/** Safety net: a row that becomes due later is announced by nobody. */
const POLL_MS = 2_000;
/** How long the queue may hold a job before it is asked whether it still has it. */
const RECALL_AFTER_MS = 10 * 60_000;
const RECALL_EVERY_MS = 60_000;

/**
 * Moves outbox rows to the queue after their transaction has committed: at least once, oldest first, by any number of
 * relays at a time (SKIP LOCKED). The queue drops repeats by job id. A row is finished with when its effect has been
 * committed, not when the queue took it: what a queue lost (a Redis without persistence that restarts) is given again.
 */
@Injectable()
export class OutboxRelay {
  private timers: NodeJS.Timeout[] = [];
  private running = false;
  private again = false;
  private stopped = true;
  private current: Promise<void> = Promise.resolve();
  private recalling: Promise<void> = Promise.resolve();

  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly queues: QueueService,
    private readonly dead: DeadJobs,
    private readonly listener: DatabaseListener,
  ) {}

  async start(): Promise<void> {
    this.stopped = false;
    const wake = (): void => this.wake();
    await this.listener.subscribe('zhaoguan_outbox', { heard: wake, reconnected: wake });
    const recall = (): void => {
      this.recalling = this.recall().catch((error: unknown) =>
        this.logger.error({ err: error }, 'outbox recall failed; it will try again'),
      );
    };
    this.timers = [setInterval(wake, POLL_MS), setInterval(recall, RECALL_EVERY_MS)];
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await Promise.all([this.current, this.recalling]);
  }

  /** Asks the queue about rows it took long ago: what it does not know is added again, what failed there is buried. */
  async recall(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - RECALL_AFTER_MS);
    const rows: OutboxRow[] = await this.database
      .query(
        `update platform.outbox set dispatched_at = $2
        where id in (select id from platform.outbox
                      where settled_at is null and dispatched_at < $1
                      order by dispatched_at limit ${BATCH} for update skip locked)
        returning ${OUTBOX_COLUMNS}`,
        [before, this.clock.now()],
      )
      .then(([changed]: [OutboxRow[], number]) => changed);
    for (const row of rows) await this.recallRow(row);
  }

  private async recallRow(row: OutboxRow): Promise<void> {
    const key = keyOfOutboxRow(row);
    if (!isJobName(row.job)) return this.buryUnknown(row);
    const fate = await this.queues.fateOf(row.job, key);
    if (fate.state === 'lost') {
      this.logger.warn({ job: row.job, key }, 'the queue had lost a job; it is added again');
      await this.queues.addBulk([{ name: row.job, payload: row.payload, jobId: key }]);
    } else if (fate.state === 'failed') {
      await this.dead.bury({ name: row.job, key, payload: row.payload, error: fate.reason });
    }
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
    while (!this.stopped && (await this.relayBatch()) === BATCH);
  }

  /** @returns how many rows were relayed */
  private async relayBatch(): Promise<number> {
    const rows = await this.database.transaction((manager) => this.handOver(manager));
    for (const row of rows.filter(({ job }) => !isJobName(job))) await this.buryUnknown(row);
    return rows.length;
  }

  private async handOver(manager: EntityManager): Promise<readonly OutboxRow[]> {
    const rows: OutboxRow[] = await manager.query(
      `select ${OUTBOX_COLUMNS} from platform.outbox
        where dispatched_at is null and not_before <= $1
        order by id limit ${BATCH} for update skip locked`,
      [this.clock.now()],
    );
    if (rows.length === 0) return rows;
    await this.queues.addBulk(
      rows
        .filter((row): row is OutboxRow & { job: JobName } => isJobName(row.job))
        .map((row) => ({ name: row.job, payload: row.payload, jobId: keyOfOutboxRow(row) })),
    );
    await manager.query('update platform.outbox set dispatched_at = $1 where id = any($2::bigint[])', [
      this.clock.now(),
      rows.map((row) => row.id),
    ]);
    return rows;
  }

  /** A row of another version of the program must not stop all rows behind it. */
  private buryUnknown(row: OutboxRow): Promise<void> {
    return this.dead.bury({
      name: row.job,
      key: keyOfOutboxRow(row),
      payload: row.payload,
      error: `this version knows no job ${row.job}`,
    });
  }
}
