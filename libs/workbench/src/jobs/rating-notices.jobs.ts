import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { followUpEnded, followUpOpened } from '../domain/rating-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/** A bad rating is told to those who handle it, never to who has acted on the filing; what came of it, to the applicant. */
@Injectable()
export class RatingNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-rating-follow-up-opened')
  async opened(run: JobRun<'workbench.tell-rating-follow-up-opened'>): Promise<void> {
    const { followUpId, dueOn, again } = run.payload;
    await run.complete(async (tx) => {
      const followUp = await this.facts.followUp(tx.manager, followUpId);
      if (!followUp) return;
      const duty = { permission: 'rating.follow-up', department: LEAD_DEPARTMENT[followUp.kind] } as const;
      const actors = await this.facts.handsIn(tx.manager, followUp.filingId);
      const people = await this.audience.holdersAt(tx, followUp, duty, actors);
      await this.tell.execute(tx, people, run.traceId, followUpOpened(followUp, plainDate(dueOn), again));
    });
  }

  @OnJob('workbench.tell-rating-follow-up-ended')
  async ended(run: JobRun<'workbench.tell-rating-follow-up-ended'>): Promise<void> {
    await run.complete(async (tx) => {
      const followUp = await this.facts.followUp(tx.manager, run.payload.followUpId);
      if (followUp) await this.tell.execute(tx, [followUp.applicantId], run.traceId, followUpEnded(followUp));
    });
  }
}
