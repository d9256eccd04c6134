import { Injectable } from '@nestjs/common';
import type { GivenPaper, PaperBody, PaperKindOf } from '@zhaoguan/contracts';
import { IssuePaper, ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import { decisionPaper, noticePaper, papersOf, restorationPaper } from '../domain/removal-papers';
import { GivenPaperStore } from '../store/given-paper.store';
import { RemovalPaperStore } from '../store/removal-paper.store';

export type RemovalGivenPaper = GivenPaper<PaperKindOf<'removals'>>;

/** Writes the papers of a removal (事先告知书、决定书、恢复告知书), in the transaction of the act. */
@Injectable()
export class RemovalPaperDesk {
  constructor(
    private readonly given: GivenPaperStore,
    private readonly said: RemovalPaperStore,
    private readonly issue: IssuePaper,
    private readonly reference: ReferenceData,
  ) {}

  notice(tx: Tx, removal: Removal): Promise<RemovalGivenPaper> {
    return this.give(tx, removal, papersOf(removal).notice, noticePaper(removal));
  }

  /** The number that the decision is to bear. */
  decisionNumber(tx: Tx, removal: Removal): Promise<string> {
    return this.issue.nextNumber(tx, this.given, papersOf(removal).decision, removal);
  }

  /** Its number and date are those of the decision. */
  async decision(tx: Tx, removal: Removal): Promise<RemovalGivenPaper> {
    const body = decisionPaper(removal, {
      statements: await this.said.statements(tx.manager, removal.id),
      reviewBody: await this.reference.reviewBody(removal),
    });
    const { decision } = removal;
    const settled = decision ? { number: decision.number, issuedOn: decision.decidedOn } : undefined;
    return this.give(tx, removal, papersOf(removal).decision, body, settled);
  }

  restoration(tx: Tx, removal: Removal, reason: string): Promise<RemovalGivenPaper> {
    return this.give(tx, removal, papersOf(removal).restoration, restorationPaper(removal, reason));
  }

  private async give(
    tx: Tx,
    removal: Removal,
    kind: PaperKindOf<'removals'>,
    body: PaperBody,
    settled?: Pick<GivenPaper, 'number' | 'issuedOn'>,
  ): Promise<RemovalGivenPaper> {
    const { id: removalId, institutionName: addressee } = removal;
    const round = await this.given.nextRound(tx, removalId, kind);
    const order = { subjectId: removalId, kind, round, addressee, place: removal, body };
    const paper = await this.issue.execute(
      tx,
      this.given,
      settled === undefined ? order : { ...order, settled },
    );
    await tx.emit('removal.paper-issued', { paperId: paper.id, removalId });
    return paper;
  }
}
