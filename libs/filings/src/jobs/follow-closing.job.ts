import { Injectable } from '@nestjs/common';
import { InstitutionStore } from '@zhaoguan/institutions';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { VerificationDesk } from '../use-cases/verification-desk';

/** Once an institution has closed, on the day that its notice (终止服务) names: nobody goes there to verify any more, and not before. */
@Injectable()
export class FollowClosingJob {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly verifications: VerificationDesk,
  ) {}

  @OnJob('filings.follow-closing')
  async run(run: JobRun<'filings.follow-closing'>): Promise<void> {
    const { institutionId } = run.payload;
    await run.complete(async (tx) => {
      const found = await this.institutions.findById(tx.manager, institutionId);
      if (found?.status === 'CLOSED') await this.verifications.endByClosing(tx, institutionId);
    });
  }
}
