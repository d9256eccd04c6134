import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditAction, type Caller } from '@zhaoguan/contracts';
import { RetractStep } from '@zhaoguan/institutions';
import { dateInShanghai, guarded, toApplicant } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isApplicant, requireRight, type Filing } from '../domain/filing';
import {
  answerBy,
  asksAs,
  hindranceToRetract,
  mayTakeBack,
  subjectOf,
  type Retraction,
} from '../domain/retraction';
import { retractionProcess, type RetractionAction } from '../domain/retraction.process';
import { FilingStore } from '../store/filing.store';
import { RetractionStore } from '../store/retraction.store';
import { Deciders } from './deciders';
import { FilingReference } from './filing-reference';
import { LoadForDecision } from './load-for-decision';
import { RetractionDesk } from './retraction-desk';
import { RetractionsOfFiling, type RetractionsView } from './retractions-of-filing.query';

const ENTRIES = {
  grant: 'filing.retracted',
  decline: 'filing.retraction-declined',
  takeBack: 'filing.retraction-taken-back',
} as const satisfies Readonly<Partial<Record<RetractionAction, AuditAction>>>;

/** The operator takes back what was accepted and is not in force yet (撤回), and the office grants it or does not. */
@Injectable()
export class RetractNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly load: LoadForDecision,
    private readonly retractions: RetractionStore,
    private readonly reference: FilingReference,
    private readonly steps: RetractStep,
    private readonly deciders: Deciders,
    private readonly desk: RetractionDesk,
    private readonly query: RetractionsOfFiling,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, WRONG_DISTRICT, WRONG_DEPARTMENT; NOT_RETRACTABLE, RETRACTED_ALREADY, RETRACTION_UNATTENDED, RETRACTION_TOO_LATE, RETRACTION_ASKED_ALREADY */
  ask(caller: Caller, filingId: string, reason: string): Promise<RetractionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, filingId);
      const acting = await this.reference.actingOn(caller, filing);
      if (asksAs(filing, acting) === null) requireRight(filing, acting, 'filing.file');
      const before = await this.retractions.ofFiling(tx.manager, filingId);
      const isPending = (await this.steps.find(tx, filingId)) !== null;
      const hindrance = hindranceToRetract(filing, before, isPending);
      if (hindrance !== null) throw refuse(hindrance);
      if (!isApplicant(filing, caller)) await this.requireAnother(tx, filing);
      const { effectiveOn } = await this.steps.hold(tx, filingId);
      const term = await this.reference.dueOn(filing, dateInShanghai(tx.at));
      const retraction: Retraction = {
        id: tx.newId(),
        filingId,
        seq: before.length + 1,
        reason: guarded(reason) ?? reason.trim(),
        status: retractionProcess.initial,
        dueOn: answerBy(term, effectiveOn),
        askedBy: caller.id,
        askedAt: tx.at,
        answer: null,
        endedBy: null,
        endedAt: null,
      };
      await this.retractions.insert(tx, retraction, filing);
      await this.enter(tx, filing, 'filing.retraction-asked', { effectiveOn, until: retraction.dueOn });
      await tx.emit('filing.retraction-asked', { filingId, askedBy: caller.id });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, RETRACTION_NEEDS_ANOTHER, INVALID_TRANSITION */
  grant(caller: Caller, filingId: string, id: string): Promise<RetractionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.accept');
      const retraction = await this.end(tx, filing, await this.retractions.get(tx, filingId, id), 'grant');
      await this.enter(tx, filing, ENTRIES.grant);
      await this.desk.granted(tx, filing, retraction);
      await tx.emit('filing.retracted', { filingId, askedBy: retraction.askedBy });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /** @throws what `grant` throws; REASON_REQUIRED, SUSPENSION_OVER */
  decline(caller: Caller, filingId: string, id: string, answer: string): Promise<RetractionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.accept');
      const before = await this.retractions.get(tx, filingId, id);
      const retraction = await this.end(tx, filing, before, 'decline', toApplicant(answer));
      await this.enter(tx, filing, ENTRIES.decline);
      await this.desk.declined(tx, filing, retraction);
      await tx.emit('filing.retraction-declined', { filingId, askedBy: retraction.askedBy });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, WRONG_DISTRICT, WRONG_DEPARTMENT, INVALID_TRANSITION, SUSPENSION_OVER */
  takeBack(caller: Caller, filingId: string, id: string): Promise<RetractionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, filingId);
      const retraction = await this.retractions.get(tx, filingId, id);
      const acting = await this.reference.actingOn(caller, filing);
      if (!mayTakeBack(filing, retraction, acting)) {
        requireRight(filing, acting, 'filing.file');
        throw refuse('FORBIDDEN');
      }
      await this.end(tx, filing, retraction, 'takeBack');
      await this.desk.released(tx, filing);
      await this.enter(tx, filing, ENTRIES.takeBack);
      await tx.emit('filing.retraction-taken-back', { filingId, takenBackBy: caller.id });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /** Who asks at the window does not answer: where nobody else may, the step would be held for good. */
  private async requireAnother(tx: Tx, filing: Filing): Promise<void> {
    if (!(await this.deciders.hasOther(tx.manager, filing, tx.caller.id)))
      throw refuse('RETRACTION_UNATTENDED');
  }

  private async end(
    tx: Tx,
    filing: Filing,
    retraction: Retraction,
    action: RetractionAction,
    answer: string | null = null,
  ): Promise<Retraction> {
    const { to } = retractionProcess.apply(retraction.status, action, subjectOf(filing, retraction), {
      actorId: tx.caller.id,
      today: dateInShanghai(tx.at),
      ...(answer === null ? {} : { reason: answer }),
    });
    const ended = { ...retraction, status: to, answer, endedBy: tx.caller.id, endedAt: tx.at };
    await this.retractions.saveEnd(tx, ended);
    return ended;
  }

  private async enter(tx: Tx, { id, application }: Filing, action: AuditAction, detail = {}): Promise<void> {
    await this.audit.append(tx, {
      action,
      subjectType: 'filing',
      subjectId: id,
      district: application.district,
      detail,
    });
  }
}
