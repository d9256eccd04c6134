import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { CommitmentDesk } from '../use-cases/commitment-desk';
import { VerificationDesk } from '../use-cases/verification-desk';

/**
 * After a removal (注销、撤销) is decided: what was filed is not verified on the spot any more, and nothing is owed that was promised for it.
 * Once the decision is annulled, what was promised is owed again.
 */
@Injectable()
export class FollowRemovalJob {
  constructor(
    private readonly verifications: VerificationDesk,
    private readonly commitments: CommitmentDesk,
  ) {}

  @OnJob('filings.follow-removal')
  async run(run: JobRun<'filings.follow-removal'>): Promise<void> {
    const { institutionId, action } = run.payload;
    await run.complete(async (tx) => {
      if (action === 'annul') await this.commitments.restoreAll(tx, run.payload);
      if (action !== 'decide') return;
      await this.verifications.cancelAll(tx, institutionId, '已被注销或者撤销，不再核查');
      await this.commitments.lapseAll(tx, run.payload);
    });
  }
}
