import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { Remind } from '../use-cases/remind';
import { TellSilentCases } from '../use-cases/tell-silent-cases';

@Injectable()
export class RemindJob {
  constructor(
    private readonly remind: Remind,
    private readonly silent: TellSilentCases,
  ) {}

  @OnJob('workbench.remind')
  async run(run: JobRun<'workbench.remind'>): Promise<void> {
    await run.complete((tx) => this.remind.execute(tx, run.payload));
  }

  @OnJob('workbench.tell-statements-ended')
  async statementsEnded(run: JobRun<'workbench.tell-statements-ended'>): Promise<void> {
    await run.complete((tx) => this.silent.execute(tx, run.payload));
  }
}
