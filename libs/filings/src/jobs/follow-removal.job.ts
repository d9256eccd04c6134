import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { CommitmentStore } from '../store/commitment.store';
import { CommitmentDesk } from '../use-cases/commitment-desk';
import { VerificationDesk } from '../use-cases/verification-desk';

/**
 * After a removal (注销、撤销) is decided: what was filed is not verified on the spot any more, and nothing is owed that was promised for it.
 * Once the decision is annulled, what was promised is owed again, and what a rule wants to be looked at is.
 */
@Injectable()
export class FollowRemovalJob {
  constructor(
    private readonly verifications: VerificationDesk,
    private readonly commitments: CommitmentDesk,
    private readonly store: CommitmentStore,
  ) {}

  @OnJob('filings.follow-removal')
  async run(run: JobRun<'filings.follow-removal'>): Promise<void> {
    const { institutionId, removalId, action, at } = run.payload;
    await run.complete(async (tx) => {
      if (action === 'annul') {
        await this.commitments.restoreAll(tx, run.payload);
        await this.verifications.openAgain(tx, institutionId);
      }
      // An annulment may have been followed before: jobs come in no order.
      if (action !== 'decide' || !(await this.store.isRemovalInForce(tx, removalId))) return;
      const decidedAt = at === undefined ? tx.at : new Date(at);
      await this.verifications.endByRemoval(tx, institutionId, decidedAt);
      await this.commitments.lapseAll(tx, run.payload, decidedAt);
    });
  }
}
