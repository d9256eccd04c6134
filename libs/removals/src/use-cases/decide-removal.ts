import { Injectable } from '@nestjs/common';
import { FILING_END_OF_REMOVAL, type Caller } from '@zhaoguan/contracts';
import { EndFiling } from '@zhaoguan/institutions';
import { dateInShanghai, guarded } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireDecider, type Removal, type RemovalDecision } from '../domain/removal';
import { SERVICE_TERM } from '../domain/removal-rules';
import { LoadRemoval } from './load-removal';
import { RecordRemoval } from './record-removal';
import { RemovalPaperDesk } from './removal-paper-desk';
import { RemovalViews, type RemovalView } from './removal-views';
import { ServeRemovalDecision } from './serve-removal-decision';
import { TellPartner } from './tell-partner';

/** Decides a removal, and undoes one that fell in review or in court. The register follows in the same transaction. */
@Injectable()
export class DecideRemoval {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadRemoval,
    private readonly papers: RemovalPaperDesk,
    private readonly filings: EndFiling,
    private readonly reference: ReferenceData,
    private readonly record: RecordRemoval,
    private readonly partner: TellPartner,
    private readonly serve: ServeRemovalDecision,
    private readonly views: RemovalViews,
  ) {}

  /**
   * @param facts what was found after the institution was heard; without them, what the notice says
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, REVOCATION_OF_OWN_ACCEPTANCE,
   *   STALE_VERSION, INVALID_TRANSITION, INSTITUTION_CLOSED, NO_FILING_IN_FORCE, REMOVAL_NUMBER_REPLACED, STEP_PENDING
   */
  decide(
    caller: Caller,
    id: string,
    { facts }: { readonly facts?: string | undefined },
    version?: number,
  ): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      requireDecider(before, caller.id);
      const decision = await this.decisionOf(
        tx,
        before,
        facts === undefined ? (before.notice?.facts ?? '') : (guarded(facts) ?? facts),
      );
      const after = await this.record.execute(tx, before, 'decide', {
        decision,
        dueOn: null,
        detail: { number: decision.number, filingNumber: before.filingNumber },
      });
      const paper = await this.papers.decision(tx, after);
      const { institutionId, filingNumber, type } = before;
      const as = FILING_END_OF_REMOVAL[type];
      await this.filings.execute(tx, { institutionId, removalId: id, filingNumber, as });
      await this.partner.decided(tx, after, paper);
      const served = await this.serve.atOnce(tx, after);
      return this.views.full(tx.manager, caller, served);
    });
  }

  /**
   * @param document by which the decision fell, e.g. number of the 行政复议决定书
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, REVOCATION_OF_OWN_ACCEPTANCE,
   *   STALE_VERSION, INVALID_TRANSITION, FILED_SINCE, DUPLICATE_INSTITUTION
   */
  annul(
    caller: Caller,
    id: string,
    { document, reason }: { readonly document: string; readonly reason: string },
    version?: number,
  ): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, version);
      requireDecider(before, caller.id);
      const annulment = { document, annulledOn: dateInShanghai(tx.at) };
      const after = await this.record.execute(tx, before, 'annul', {
        annulment,
        reason,
        detail: { number: document, filingNumber: before.filingNumber },
      });
      const paper = await this.papers.restoration(tx, after, reason);
      const { institutionId, filingNumber } = before;
      await this.filings.undo(tx, { institutionId, removalId: id, filingNumber });
      await this.partner.annulled(tx, after, paper);
      return this.views.full(tx.manager, caller, after);
    });
  }

  private async decisionOf(tx: Tx, removal: Removal, facts: string): Promise<RemovalDecision> {
    const on = dateInShanghai(tx.at);
    return {
      facts,
      number: await this.papers.decisionNumber(tx, removal),
      decidedBy: tx.caller.id,
      decidedOn: on,
      serveBy: await this.reference.dueOn(SERVICE_TERM, on, removal),
    };
  }
}
