import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { LapseFilings } from '../use-cases/lapse-filings';

/** Ends, every night, the returned filings whose term for putting them right ended the day before. */
@Injectable()
export class LapseReturnedJob {
  constructor(private readonly lapse: LapseFilings) {}

  @OnJob('filings.lapse-returned')
  async run(run: JobRun<'filings.lapse-returned'>): Promise<void> {
    await run.complete((tx) => this.lapse.execute(tx));
  }
}
