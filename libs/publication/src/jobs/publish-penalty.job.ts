import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { PublishPenalty } from '../use-cases/publish-penalty';

@Injectable()
export class PublishPenaltyJob {
  constructor(private readonly publish: PublishPenalty) {}

  @OnJob('publication.publish-penalty')
  async run(run: JobRun<'publication.publish-penalty'>): Promise<void> {
    await run.complete((tx) => this.publish.execute(tx, run.payload));
  }
}
