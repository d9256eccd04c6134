import { Injectable } from '@nestjs/common';
import { plainDate } from '@zhaoguan/kernel';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { FollowOverdue } from '../use-cases/follow-overdue';
import { RaiseOverdue } from '../use-cases/raise-overdue';
import { SeekOverdue } from '../use-cases/seek-overdue';
import { TellOverdueMoved } from '../use-cases/tell-overdue-moved';

/** 超期督办, every working day: seeks what is late, and gives each item a transaction of its own. */
@Injectable()
export class OverdueJobs {
  constructor(
    private readonly seek: SeekOverdue,
    private readonly raise: RaiseOverdue,
    private readonly follow: FollowOverdue,
    private readonly tell: TellOverdueMoved,
  ) {}

  @OnJob('workbench.seek-overdue')
  async sought(run: JobRun<'workbench.seek-overdue'>): Promise<void> {
    await run.complete((tx) => this.seek.execute(tx, run.payload));
  }

  @OnJob('workbench.raise-overdue')
  async raised(run: JobRun<'workbench.raise-overdue'>): Promise<void> {
    const { type, subjectId, dueOn } = run.payload;
    await run.complete((tx) => this.raise.execute(tx, { type, subjectId, dueOn: plainDate(dueOn) }));
  }

  @OnJob('workbench.follow-overdue')
  async followed(run: JobRun<'workbench.follow-overdue'>): Promise<void> {
    await run.complete((tx) => this.follow.execute(tx, run.payload.overdueId));
  }

  @OnJob('workbench.tell-overdue-moved')
  async moved(run: JobRun<'workbench.tell-overdue-moved'>): Promise<void> {
    const { overdueId, action } = run.payload;
    await run.complete((tx) => this.tell.execute(tx, overdueId, action));
  }
}
