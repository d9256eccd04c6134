import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { RaiseFollowUps } from '../use-cases/raise-follow-ups';

/** With every bad rating, and each night for those whose last handler is gone. */
@Injectable()
export class RaiseFollowUpsJob {
  constructor(private readonly raise: RaiseFollowUps) {}

  @OnJob('feedback.raise-follow-ups')
  async run(run: JobRun<'feedback.raise-follow-ups'>): Promise<void> {
    await run.complete((tx) => this.raise.execute(tx, run.payload.followUpId));
  }
}
