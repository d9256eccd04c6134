import { Injectable } from '@nestjs/common';
import { departmentLabel } from '@zhaoguan/contracts';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { opinionAnswered, opinionAsked } from '../domain/case-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/** A department that is asked for its opinion hears of it, and whoever asked of the answer. */
@Injectable()
export class OpinionNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-opinion-asked')
  async asked(run: JobRun<'workbench.tell-opinion-asked'>): Promise<void> {
    const { opinionId, filingId } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      const opinion = await this.facts.opinion(tx.manager, opinionId);
      if (!filing || !opinion) return;
      const { department, askedBy } = opinion;
      const duty = { permission: 'opinion.answer', department } as const;
      // Who takes part in the case gives no opinion of another department on it.
      const actors = await this.facts.actorsOf(tx.manager, filingId);
      const apart = [askedBy, ...actors, ...(filing.holderId === null ? [] : [filing.holderId])];
      const advisers = await this.audience.holdersAt(tx, opinion, duty, apart);
      await this.tell.execute(
        tx,
        advisers,
        `opinion-asked:${opinionId}`,
        opinionAsked(filing, opinionId, opinion),
      );
    });
  }

  @OnJob('workbench.tell-opinion-answered')
  async answered(run: JobRun<'workbench.tell-opinion-answered'>): Promise<void> {
    const { opinionId, filingId } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      const opinion = await this.facts.opinion(tx.manager, opinionId);
      if (!filing || !opinion) return;
      const people = [filing.holderId ?? opinion.askedBy];
      const notice = opinionAnswered(filing, departmentLabel(opinion.department));
      await this.tell.execute(tx, people, `opinion-answered:${opinionId}`, notice);
    });
  }
}
