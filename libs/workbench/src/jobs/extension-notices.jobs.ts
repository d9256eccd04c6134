import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { extensionAsked, extensionDeclined, filingExtended } from '../domain/case-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/** The head of the authority hears that a term be extended; who asked, and the applicant, of what came of it. */
@Injectable()
export class ExtensionNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-extension-asked')
  async asked(run: JobRun<'workbench.tell-extension-asked'>): Promise<void> {
    const { filingId, askedBy } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const heads = await this.audience.holdersAt(
        tx,
        filing,
        { permission: 'filing.extend', department: LEAD_DEPARTMENT[filing.kind] },
        [askedBy, filing.applicantId],
      );
      await this.tell.execute(tx, heads, run.traceId, extensionAsked(filing));
    });
  }

  @OnJob('workbench.tell-extension-declined')
  async declined(run: JobRun<'workbench.tell-extension-declined'>): Promise<void> {
    const { filingId, askedBy } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      await this.tell.execute(tx, [filing.holderId ?? askedBy], run.traceId, extensionDeclined(filing));
    });
  }

  @OnJob('workbench.tell-filing-extended')
  async extended(run: JobRun<'workbench.tell-filing-extended'>): Promise<void> {
    const { filingId, askedBy, dueOn } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const people = [filing.applicantId, filing.holderId ?? askedBy];
      await this.tell.execute(tx, people, run.traceId, filingExtended(filing, plainDate(dueOn)));
    });
  }
}
