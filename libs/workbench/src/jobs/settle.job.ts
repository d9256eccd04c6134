import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { Settle } from '../use-cases/settle';

/** After each act that may have ended what somebody was told of. */
@Injectable()
export class SettleJob {
  constructor(private readonly settle: Settle) {}

  @OnJob('workbench.settle')
  async run(run: JobRun<'workbench.settle'>): Promise<void> {
    const {
      filingId,
      removalId,
      opinionId,
      expiriesOf,
      drawId,
      taskId,
      resultId,
      caseId,
      followUpId,
      overdueId,
      resultIds = [],
    } = run.payload;
    const named = [
      filingId,
      removalId,
      opinionId,
      expiriesOf,
      drawId,
      taskId,
      resultId,
      caseId,
      followUpId,
      overdueId,
    ].filter((id) => id !== undefined);
    await run.complete((tx) => this.settle.execute(tx, [...named, ...resultIds]));
  }
}
