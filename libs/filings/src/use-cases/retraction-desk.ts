import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { receiptNumberInWords, type PaperBody, type PartnerEvent } from '@zhaoguan/contracts';
import { PartnerCases } from '@zhaoguan/exchange';
import { RetractStep, type Institution } from '@zhaoguan/institutions';
import { dateInShanghai } from '@zhaoguan/kernel';
import { IssuePaper, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { retractionGrant, retractionRefusal, type RetractionFacts } from '../domain/papers/retraction-papers';
import { toldPaper } from '../domain/papers/told-paper';
import { receiptSpelling } from '../domain/receipt-order';
import { retractionProcess } from '../domain/retraction.process';
import { subjectOf, type Retraction } from '../domain/retraction';
import { FilingPaperStore } from '../store/filing-paper.store';
import { FilingStore } from '../store/filing.store';
import { RetractionStore } from '../store/retraction.store';
import { ReceiptStore } from '../store/receipt.store';
import { ClosureDesk } from './closure-desk';
import { FilingReference } from './filing-reference';

interface RetractionAnswer {
  readonly event: PartnerEvent;
  readonly kind: 'RETRACTION_GRANT' | 'RETRACTION_REFUSAL';
  readonly body: PaperBody;
}

/** What the answer to a request to take back (撤回) brings about, in the transaction of the answer. */
@Injectable()
export class RetractionDesk {
  constructor(
    private readonly steps: RetractStep,
    private readonly filings: FilingStore,
    private readonly retractions: RetractionStore,
    private readonly audit: AuditLog,
    private readonly closures: ClosureDesk,
    private readonly receipts: ReceiptStore,
    private readonly papers: FilingPaperStore,
    private readonly issue: IssuePaper,
    private readonly reference: FilingReference,
    private readonly partners: PartnerCases,
  ) {}

  /** The step never comes into force; of a closure nothing is left to be looked at, and whose case it was is told. */
  async granted(tx: Tx, filing: Filing, retraction: Retraction): Promise<void> {
    const facts = await this.facts(tx, filing, retraction);
    const institutionStatus = await this.steps.retract(tx, filing.id);
    await this.closures.afterRetraction(tx, filing);
    await this.give(tx, filing, retraction, {
      event: 'filing.retracted',
      kind: 'RETRACTION_GRANT',
      body: retractionGrant(facts, institutionStatus),
    });
    const { institutionId, filingNumber } = filing;
    if (institutionId === null) throw new Error(`filing ${filing.id} is no notice`);
    await this.partners.tellLater(tx, {
      event: 'institution.status-retracted',
      institutionId,
      institutionStatus,
      filingNumber,
      effectiveOn: dateInShanghai(tx.at),
      filingEnd: null,
    });
  }

  /** Told with the reasons and what can be done against it. */
  async declined(tx: Tx, filing: Filing, retraction: Retraction): Promise<void> {
    const facts = await this.facts(tx, filing, retraction);
    await this.released(tx, filing);
    const remedies = await this.reference.remedies(filing, dateInShanghai(tx.at));
    await this.give(tx, filing, retraction, {
      event: 'filing.retraction-declined',
      kind: 'RETRACTION_REFUSAL',
      body: retractionRefusal(facts, remedies),
    });
  }

  /** It holds as it was accepted: on its day, or at once where that has passed meanwhile. */
  async released(tx: Tx, filing: Filing): Promise<void> {
    await this.steps.release(tx, filing.id);
    await this.closures.afterRelease(tx, filing);
  }

  /**
   * The site is filed anew, after its filing was revoked: what was told under that one, and has not come into force, does not any more. Else a
   * home whose new filing says nothing of it would be closed by an old notice.
   */
  async superseded(tx: Tx, institutionId: string): Promise<void> {
    const filingId = await this.steps.supersede(tx, institutionId);
    if (filingId === null) return;
    const filing = await this.filings.getForUpdate(tx, filingId);
    await this.closures.afterRetraction(tx, filing);
    const open = (await this.retractions.ofFiling(tx.manager, filingId)).find(
      ({ status }) => status === 'ASKED',
    );
    if (open === undefined) return;
    const { to } = retractionProcess.apply(open.status, 'lapse', subjectOf(filing, open), {
      actorId: tx.caller.id,
      today: dateInShanghai(tx.at),
    });
    await this.retractions.saveEnd(tx, { id: open.id, status: to, answer: null });
    await this.audit.append(tx, {
      action: 'filing.retraction-lapsed',
      subjectType: 'filing',
      subjectId: filingId,
      district: filing.application.district,
      detail: {},
    });
  }

  /** A licence takes the place of what was filed: that this would end is not true of the licence, and closes nobody. */
  async fallenWithLicence(tx: Tx, held: Institution): Promise<void> {
    if ((await this.steps.fallingWithLicence(tx.manager, held)) !== null) await this.superseded(tx, held.id);
  }

  private async facts(tx: Tx, filing: Filing, retraction: Retraction): Promise<RetractionFacts> {
    const { filingNumber, application } = filing;
    const effectiveOn = application.notice?.startsOn ?? null;
    if (filingNumber === null || effectiveOn === null) throw new Error(`filing ${filing.id} is no notice`);
    const { ordinal, latest } = await this.receipts.line(tx.manager, filing.id);
    const receipt = receiptNumberInWords(filingNumber, ordinal);
    // A later one, of a change, stands as it did.
    const stoodBefore = latest.apart === ordinal.apart && latest.version < ordinal.version;
    const standsAgain = stoodBefore ? receiptNumberInWords(filingNumber, latest) : null;
    const ended = await this.receipts.findEnd(receiptSpelling(filingNumber), tx.manager);
    return { filing, retraction, receipt, standsAgain, effectiveOn, ended, on: dateInShanghai(tx.at) };
  }

  /** Counted by the request: after one that was declined another one may be. Whose case the filing is, is told. */
  private async give(
    tx: Tx,
    filing: Filing,
    { seq: round }: Retraction,
    { event, kind, body }: RetractionAnswer,
  ): Promise<void> {
    const { id: filingId, application, status, filingNumber } = filing;
    const place = { kind: filing.kind, ...placeOf(filing) };
    const order = { subjectId: filingId, kind, round, addressee: application.name, place, body };
    const paper = await this.issue.execute(tx, this.papers, order);
    await tx.emit('paper.issued', { paperId: paper.id, filingId });
    const step = { filingId, status, filingNumber, dueOn: null, correctBy: null };
    await this.partners.tell(tx, event, { ...step, paper: toldPaper(paper) });
  }
}
