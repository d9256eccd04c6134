import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import type { InstitutionFacts, RemovalFacts } from '../domain/facts';
import { removalDecisionServed } from '../domain/decision-notices';
import { institutionPassedOn, removalNotices, type RemovalAudience } from '../domain/removal-notices';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

/** Removals of filings (注销、撤销) are told to whoever has to answer, to propose or to decide next. */
@Injectable()
export class RemovalNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-removal-moved')
  async moved(run: JobRun<'workbench.tell-removal-moved'>): Promise<void> {
    const { removalId, institutionId, action, waived = false } = run.payload;
    await run.complete(async (tx) => {
      const facts = await this.facts.removal(tx.manager, removalId);
      const institution = await this.facts.institution(tx.manager, institutionId);
      if (!facts || !institution) return;
      for (const { to, notice } of removalNotices({ action, waived }, institution, facts))
        await this.tell.execute(
          tx,
          await this.peopleOf(tx, to, institution, facts),
          `${run.traceId}:${to}`,
          notice,
        );
    });
  }

  @OnJob('workbench.tell-removal-decision-served')
  async decisionServed(run: JobRun<'workbench.tell-removal-decision-served'>): Promise<void> {
    const { removalId, institutionId } = run.payload;
    await run.complete(async (tx) => {
      const facts = await this.facts.removal(tx.manager, removalId);
      const institution = await this.facts.institution(tx.manager, institutionId);
      if (!facts || !institution) return;
      const party = await this.peopleOf(tx, 'OPERATOR', institution, facts);
      await this.tell.execute(tx, party, run.traceId, removalDecisionServed(institution, facts, run.payload));
    });
  }

  @OnJob('workbench.tell-institution-passed-on')
  async passedOn(run: JobRun<'workbench.tell-institution-passed-on'>): Promise<void> {
    const { institutionId, formerOperatorId, name } = run.payload;
    await run.complete(async (tx) => {
      const removalId = await this.facts.lastRemoval(tx.manager, institutionId, formerOperatorId);
      if (removalId === undefined) return;
      const notice = institutionPassedOn(name, removalId);
      await this.tell.execute(tx, [formerOperatorId], run.traceId, notice);
    });
  }

  private peopleOf(
    tx: Tx,
    to: RemovalAudience,
    institution: InstitutionFacts,
    removal: RemovalFacts,
  ): Promise<readonly string[]> {
    const { operatorId, kind } = institution;
    if (to === 'OPERATOR') {
      const party = removal.partyId ?? operatorId;
      return Promise.resolve(party === null ? [] : [party]);
    }
    const department = LEAD_DEPARTMENT[kind];
    return to === 'MANAGERS'
      ? this.audience.holdersAt(tx, removal, { permission: 'removal.manage', department })
      : this.audience.holdersAt(
          tx,
          removal,
          { permission: 'removal.decide', department },
          removal.notDeciders,
        );
  }
}
