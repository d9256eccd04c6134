import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { OnJob, ReferenceData, type JobRun } from '@zhaoguan/platform';
import { followUpEnded, followUpOpened, followUpUnattended } from '../domain/rating-notices';
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
    private readonly reference: ReferenceData,
  ) {}

  @OnJob('workbench.tell-rating-follow-up-opened')
  async opened(run: JobRun<'workbench.tell-rating-follow-up-opened'>): Promise<void> {
    const { followUpId, dueOn, again } = run.payload;
    await run.complete(async (tx) => {
      const followUp = await this.facts.followUp(tx.manager, followUpId);
      if (!followUp) return;
      const duty = { permission: 'rating.follow-up', department: LEAD_DEPARTMENT[followUp.kind] } as const;
      const apart = await this.audience.apartFrom(tx, followUp);
      const people = await this.audience.holdersAt(tx, followUp, duty, apart);
      await this.tell.execute(tx, people, run.traceId, followUpOpened(followUp, plainDate(dueOn), again));
    });
  }

  @OnJob('workbench.tell-follow-up-unattended')
  async unattended(run: JobRun<'workbench.tell-follow-up-unattended'>): Promise<void> {
    await run.complete(async (tx) => {
      const followUp = await this.facts.followUp(tx.manager, run.payload.followUpId);
      if (!followUp) return;
      const { district, township } = followUp;
      const duty = { permission: 'person.manage', department: null } as const;
      const administrators = await this.audience.holders(tx, { ...duty, districts: [township ?? district] });
      const name = (await this.reference.districts()).get(district)?.name ?? district;
      await this.tell.execute(tx, administrators, run.traceId, followUpUnattended(followUp, name));
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
