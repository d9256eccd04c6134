import { Injectable } from '@nestjs/common';
import { dateInShanghai } from '@zhaoguan/kernel';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { StatusStepStore } from '../store/status-step.store';
import { DecideStatus } from '../use-cases/decide-status';

/** Steps in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/** Every night: suspensions, resumptions and closures (暂停、恢复、终止) whose day has come. */
@Injectable()
export class ApplyStatusStepsJob {
  constructor(
    private readonly steps: StatusStepStore,
    private readonly decide: DecideStatus,
  ) {}

  @OnJob('institutions.apply-status-steps')
  async run(run: JobRun<'institutions.apply-status-steps'>): Promise<void> {
    await run.complete(async (tx) => {
      const due = await this.steps.listDueForUpdate(tx, dateInShanghai(tx.at), BATCH);
      for (const step of due) await this.decide.apply(tx, step);
      if (due.length === BATCH) await tx.enqueue('institutions.apply-status-steps', {});
    });
  }
}
