import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { PublishResult } from '../use-cases/publish-result';

/**
 * Publishes, every morning, the results whose term ends that day or has ended.
 * @law 国发〔2019〕5号：抽查任务完成后20个工作日内公示
 */
@Injectable()
export class PublishDueResultsJob {
  constructor(private readonly publishResult: PublishResult) {}

  @OnJob('inspections.publish-due-results')
  async publishDue(run: JobRun<'inspections.publish-due-results'>): Promise<void> {
    await run.complete(async (tx) => {
      await this.publishResult.publishDue(tx);
    });
  }
}
