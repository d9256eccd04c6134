import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { VerificationDesk } from '../use-cases/verification-desk';

/** After an act of a removal (注销、撤销): what was filed is not verified on the spot any more once it is decided. */
@Injectable()
export class FollowRemovalJob {
  constructor(private readonly verifications: VerificationDesk) {}

  @OnJob('filings.follow-removal')
  async run(run: JobRun<'filings.follow-removal'>): Promise<void> {
    const { institutionId, action } = run.payload;
    await run.complete(async (tx) => {
      if (action !== 'decide') return;
      await this.verifications.cancelAll(tx, institutionId, '已被注销或者撤销，不再核查');
    });
  }
}
