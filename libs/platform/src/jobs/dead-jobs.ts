import { Inject, Injectable } from '@nestjs/common';
import { JOBS, refuse, systemCaller, type JobMap, type JobName } from '@zhaoguan/contracts';
import type { EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import { LOGGER } from '../tokens';
import { settleOutboxRow } from '../outbox/outbox-row';

/** A job that failed for good (死信任务). */
export interface DeadJob {
  readonly id: string;
  readonly job: string;
  /** Key under which the queue knew it, e.g. `outbox-42`. */
  readonly key: string;
  readonly error: string;
  readonly failedAt: Date;
  readonly retriedAt: Date | null;
  /** What became of the retry; null when there was none, or it is no longer known. */
  readonly retryOutcome: RetryOutcome | null;
}

/** DEAD: the retry failed for good as well, and stands on the list by itself. */
export const RETRY_OUTCOMES = ['RUNNING', 'DONE', 'DEAD'] as const;
export type RetryOutcome = (typeof RETRY_OUTCOMES)[number];

export interface FailedJob {
  readonly name: string;
  readonly key: string;
  readonly payload: unknown;
  readonly error: string;
}

const COLUMNS = `id, job, key, error, failed_at as "failedAt", retried_at as "retriedAt",
  case when retry_key is null then null
       when exists (select from platform.dead_job again where (again.job, again.key) = (d.job, d.retry_key)) then 'DEAD'
       when exists (select from platform.outbox o
                     where o.id = split_part(d.retry_key, '-', 2)::bigint and o.settled_at is null) then 'RUNNING'
       else 'DONE' end as "retryOutcome"`;
const ERROR_LENGTH = 2000;

/** Jobs that failed for good, kept where an administrator sees them and can have them done again. */
@Injectable()
export class DeadJobs {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Puts a job on the list; a second time changes nothing. */
  async bury({ name, key, payload, error }: FailedJob): Promise<void> {
    this.logger.error({ job: name, key, reason: error }, 'job is dead');
    await this.work.run(systemCaller(key), async (tx) => {
      await tx.manager.query(
        `insert into platform.dead_job (id, job, key, payload, error, failed_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (job, key) do nothing`,
        [tx.newId(), name, key, JSON.stringify(payload ?? null), error.slice(0, ERROR_LENGTH), tx.at],
      );
      await settleOutboxRow(tx, key);
    });
  }

  /** Newest first. @param after position of the last row of the page before */
  list(
    manager: EntityManager,
    limit: number,
    after?: { readonly failedAt: string; readonly id: string },
  ): Promise<DeadJob[]> {
    return manager.query(
      `select ${COLUMNS} from platform.dead_job d
        where $2::timestamptz is null or (failed_at, id) < ($2, $3::uuid)
        order by failed_at desc, id desc limit $1`,
      [limit, after?.failedAt ?? null, after?.id ?? null],
    );
  }

  /**
   * Asks for the job once more under a new key, so that the queue does not take it for the old one.
   * @throws NOT_FOUND, JOB_RETRIED when it was retried before, JOB_UNKNOWN when this version has no such job
   */
  async retry(tx: Tx, id: string): Promise<DeadJob> {
    const rows: (DeadJob & { payload: JobMap[JobName] })[] = await tx.manager.query(
      `select ${COLUMNS}, payload from platform.dead_job d where id = $1 for update`,
      [id],
    );
    const [dead] = rows;
    if (!dead) throw refuse('NOT_FOUND');
    if (dead.retriedAt !== null) throw refuse('JOB_RETRIED');
    if (!isJobName(dead.job)) throw refuse('JOB_UNKNOWN', { job: dead.job });
    const retryKey = await tx.enqueue(dead.job, dead.payload);
    await tx.manager.query(
      'update platform.dead_job set retried_at = $2, retried_by = $3, retry_key = $4 where id = $1',
      [id, tx.at, tx.caller.id, retryKey],
    );
    const { payload: _, ...rest } = dead;
    return { ...rest, retriedAt: tx.at, retryOutcome: 'RUNNING' };
  }
}

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}
