import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { Remind } from '../use-cases/remind';

@Injectable()
export class RemindJob {
  constructor(private readonly remind: Remind) {}

  @OnJob('workbench.remind')
  async run(run: JobRun<'workbench.remind'>): Promise<void> {
    await run.complete((tx) => this.remind.execute(tx, run.payload));
  }
}
