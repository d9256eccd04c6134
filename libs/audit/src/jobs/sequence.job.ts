import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { SequenceLog } from '../use-cases/sequence-log';

@Injectable()
export class SequenceJob {
  constructor(private readonly sequence: SequenceLog) {}

  @OnJob('audit.sequence')
  async run(run: JobRun<'audit.sequence'>): Promise<void> {
    await run.complete(async (tx) => {
      await this.sequence.execute(tx);
    });
  }
}
