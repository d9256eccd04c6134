import { Injectable } from '@nestjs/common';
import type { GivenPaper, PaperBody, PaperKindOf } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { IssuePaper, ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import {
  decisionPaper,
  noticePaper,
  papersOf,
  restorationPaper,
  type NoticeWords,
} from '../domain/removal-papers';
import { STATEMENT_TERM } from '../domain/removal-rules';
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

  /** Told at once, it names the last day. */
  notice(tx: Tx, removal: Removal): Promise<RemovalGivenPaper> {
    const { notice } = removal;
    if (!notice) throw new Error(`removal ${removal.id} has no notice`);
    const { facts, statementUntil: until } = notice;
    return this.giveNotice(tx, removal, { facts, answer: { until } });
  }

  /** To be served, it says from when on its period runs. */
  async noticeToServe(tx: Tx, removal: Removal): Promise<RemovalGivenPaper> {
    const { prepared } = removal;
    if (!prepared) throw new Error(`removal ${removal.id} has no notice to be served`);
    const { facts, preparedOn: on } = prepared;
    const workingDays = await this.valueOf(STATEMENT_TERM, removal, on);
    return this.giveNotice(tx, removal, { facts, answer: { workingDays } });
  }

  /** The notice that was drawn up last. */
  latestNotice(tx: Tx, removal: Removal): Promise<RemovalGivenPaper> {
    return this.given.latest(tx, removal.id, papersOf(removal).notice);
  }

  /** The number that the decision is to bear. */
  decisionNumber(tx: Tx, removal: Removal): Promise<string> {
    return this.issue.nextNumber(tx, this.given, papersOf(removal).decision, removal);
  }

  /** Its number and date are those of the decision. */
  async decision(tx: Tx, removal: Removal): Promise<RemovalGivenPaper> {
    const { decision } = removal;
    if (!decision) throw new Error(`removal ${removal.id} is not decided`);
    const { number, decidedOn: issuedOn } = decision;
    const body = decisionPaper(removal, {
      statements: await this.said.statements(tx.manager, removal.id),
      reviewBody: await this.reference.reviewBody(removal),
      reconsiderationDays: await this.valueOf('RECONSIDERATION', removal, issuedOn),
      litigationMonths: await this.valueOf('LITIGATION', removal, issuedOn),
    });
    const settled = { number, issuedOn };
    return this.give(tx, removal, papersOf(removal).decision, body, settled);
  }

  restoration(tx: Tx, removal: Removal, reason: string): Promise<RemovalGivenPaper> {
    return this.give(tx, removal, papersOf(removal).restoration, restorationPaper(removal, reason));
  }

  private giveNotice(tx: Tx, removal: Removal, words: NoticeWords): Promise<RemovalGivenPaper> {
    return this.give(tx, removal, papersOf(removal).notice, noticePaper(removal, words));
  }

  private async valueOf(term: string, { kind, district }: Removal, on: PlainDate): Promise<number> {
    const { value } = await this.reference.term(term, { kind, district, on });
    return value;
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
