import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { RenewUndecided } from '../use-cases/renew-undecided';

/** Writes down, every night, which licences count as renewed since the day before. */
@Injectable()
export class RenewUndecidedJob {
  constructor(private readonly renewals: RenewUndecided) {}

  @OnJob('filings.renew-undecided')
  async run(run: JobRun<'filings.renew-undecided'>): Promise<void> {
    await run.complete((tx) => this.renewals.execute(tx));
  }
}
