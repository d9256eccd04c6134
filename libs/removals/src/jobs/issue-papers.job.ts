import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { RemovalStore } from '../store/removal.store';
import { RemovalPaperDesk } from '../use-cases/removal-paper-desk';

/** Cases in one run: short enough to fail and be done again. */
const BATCH = 50;

/**
 * Gives out the papers of removals from before papers were numbered and signed. The decisions keep their numbers and days. Run
 * twice it gives out nothing twice: a case that has a paper is passed over.
 */
@Injectable()
export class IssuePapersJob {
  constructor(
    private readonly removals: RemovalStore,
    private readonly desk: RemovalPaperDesk,
  ) {}

  @OnJob('removals.issue-papers')
  async run(run: JobRun<'removals.issue-papers'>): Promise<void> {
    await run.complete(async (tx) => {
      const cases = await this.removals.withoutPapers(tx, run.payload.after, BATCH);
      for (const removal of cases) {
        await this.desk.notice(tx, removal);
        if (removal.decision) await this.desk.decision(tx, removal);
      }
      const last = cases.length === BATCH ? cases.at(-1) : undefined;
      if (last) await tx.enqueue('removals.issue-papers', { after: last.id });
    });
  }
}
