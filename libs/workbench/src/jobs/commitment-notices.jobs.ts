import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { commitmentHandedIn, commitmentJudged } from '../domain/commitment-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/** A material that was promised (告知承诺) and has come is told to those who look at it, what they found to the applicant. */
@Injectable()
export class CommitmentNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-commitment-handed-in')
  async handedIn(run: JobRun<'workbench.tell-commitment-handed-in'>): Promise<void> {
    const { filingId, name } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const department = LEAD_DEPARTMENT[filing.kind];
      const wanted = { permission: 'filing.accept', department } as const;
      const except = await this.facts.notDecidersOf(tx.manager, filing.id);
      const registrars = await this.audience.holdersAt(tx, filing, wanted, except);
      await this.tell.execute(tx, registrars, run.traceId, commitmentHandedIn(filing, name));
    });
  }

  @OnJob('workbench.tell-commitment-judged')
  async judged(run: JobRun<'workbench.tell-commitment-judged'>): Promise<void> {
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (!filing) return;
      await this.tell.execute(tx, [filing.applicantId], run.traceId, commitmentJudged(filing, run.payload));
    });
  }
}
