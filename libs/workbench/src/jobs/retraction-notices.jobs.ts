import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import type { FilingFacts } from '../domain/facts';
import type { Notice } from '../domain/notification';
import {
  retracted,
  retractionAsked,
  retractionAskedForYou,
  retractionDeclined,
  retractionTakenBack,
} from '../domain/retraction-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/** The office hears that what it accepted be taken back (撤回); who asked, and the applicant, of what came of it. */
@Injectable()
export class RetractionNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-retraction-asked')
  async asked(run: JobRun<'workbench.tell-retraction-asked'>): Promise<void> {
    const { filingId, askedBy } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      await this.tell.execute(
        tx,
        await this.deciders(tx, filing, askedBy),
        run.traceId,
        retractionAsked(filing),
      );
      if (askedBy !== filing.applicantId)
        await this.tell.execute(tx, [filing.applicantId], run.traceId, retractionAskedForYou(filing));
    });
  }

  @OnJob('workbench.tell-retracted')
  async granted(run: JobRun<'workbench.tell-retracted'>): Promise<void> {
    await this.answered(run, retracted);
  }

  @OnJob('workbench.tell-retraction-declined')
  async declined(run: JobRun<'workbench.tell-retraction-declined'>): Promise<void> {
    await this.answered(run, retractionDeclined);
  }

  @OnJob('workbench.tell-retraction-taken-back')
  async takenBack(run: JobRun<'workbench.tell-retraction-taken-back'>): Promise<void> {
    const { filingId, takenBackBy } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const people = await this.deciders(tx, filing, takenBackBy);
      await this.tell.execute(tx, people, run.traceId, retractionTakenBack(filing));
    });
  }

  private async answered(
    run: JobRun<'workbench.tell-retracted' | 'workbench.tell-retraction-declined'>,
    say: (filing: FilingFacts) => Notice,
  ): Promise<void> {
    const { filingId, askedBy } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const people = [...new Set([filing.applicantId, askedBy])];
      await this.tell.execute(tx, people, run.traceId, say(filing));
    });
  }

  private async deciders(tx: Tx, filing: FilingFacts, actorId: string): Promise<string[]> {
    const except = await this.facts.notDecidersOf(tx.manager, filing.id);
    return this.audience.holdersAt(
      tx,
      filing,
      { permission: 'filing.accept', department: LEAD_DEPARTMENT[filing.kind] },
      [...except, actorId],
    );
  }
}
