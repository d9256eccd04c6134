import { Injectable } from '@nestjs/common';
import { type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { decodePositionCursor, encodeCursor } from '@zhaoguan/kernel';
import { DeadJobs, pageOf, UnitOfWork, type DeadJob, type Page } from '@zhaoguan/platform';

/** The administrator's view of jobs that failed for good (后台任务). Their payload is not shown. */
@Injectable()
export class ManageDeadJobs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly dead: DeadJobs,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  list(caller: Caller, limit: number, cursor?: string): Promise<Page<DeadJob>> {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    return this.work.read(caller, async (manager) =>
      pageOf(
        await this.dead.list(manager, limit + 1, after),
        limit,
        (job) => job,
        ({ failedAt, id }) => encodeCursor([failedAt.toISOString(), id]),
      ),
    );
  }

  /** @throws NOT_FOUND, JOB_RETRIED, JOB_UNKNOWN */
  retry(caller: Caller, id: string): Promise<DeadJob> {
    return this.work.run(caller, async (tx) => {
      const job = await this.dead.retry(tx, id);
      await this.audit.append(tx, {
        action: 'job.retried',
        subjectType: 'dead-job',
        subjectId: id,
        detail: { job: job.job, key: job.key },
      });
      return job;
    });
  }
}

function positionOf(cursor: string): { failedAt: string; id: string } {
  const [failedAt, id] = decodePositionCursor(cursor, (text) => /^\d{4}-[0-9:.TZ-]+$/.test(text));
  return { failedAt, id };
}
