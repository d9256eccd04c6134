import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { amendmentsOf } from '../domain/amendment';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { changesPremises, MISMATCH_TERM, type Verification } from '../domain/verification';
import {
  VISIT_TERMS,
  whyGranted,
  withinDecision,
  type VerificationOrigin,
} from '../domain/verification-order';
import { isAnswered, NOTHING_FOUND } from '../domain/mismatch-answer';
import { hasEnded, verificationProcess } from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import { VerificationStore } from '../store/verification.store';
import { FilingForms } from './filing-forms';
import { SiteFacts } from './site-facts';
import { RecordVerificationAct } from './record-verification-act';

const ENDED_BY_REMOVAL = '已被注销或者撤销，不再核查';

/** Whose term it is, and by when the case is decided where it is still examined. */
interface Terms extends Pick<Filing, 'kind'> {
  readonly district: string;
  readonly origin: VerificationOrigin;
  readonly decideBy: PlainDate | null;
}

/** What the acts of a case mean for verifying on the spot (现场核查): a first filing and a move are verified, and what was ordered goes with it. */
@Injectable()
export class VerificationDesk {
  constructor(
    private readonly filings: FilingStore,
    private readonly verifications: VerificationStore,
    private readonly record: RecordVerificationAct,
    private readonly forms: FilingForms,
    private readonly sites: SiteFacts,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  async afterAcceptance(tx: Tx, filing: Filing): Promise<void> {
    const { type, institutionId } = filing;
    if (institutionId === null) throw new Error(`filing ${filing.id} was accepted without an institution`);
    if (type === 'CLOSURE') return;
    const anew = await this.isVerifiedAnew(filing);
    if (!anew) return filing.base === null ? undefined : this.amend(tx, institutionId);
    if (type !== 'INITIAL') await this.cancelAll(tx, institutionId, '服务场所变更，由变更以后的现场核查代替');
    await this.open(tx, filing, institutionId);
  }

  /** Handed in again as it was found, there is nothing left to be put right: it is for the authority to look at. */
  async afterHandingIn(tx: Tx, filing: Filing): Promise<void> {
    const last = await this.verifications.findOfFiling(tx.manager, filing.id);
    if (last?.status !== 'MISMATCH_FOUND') return;
    const before = await this.verifications.getForUpdate(tx, filing.id);
    if (!isAnswered(await this.sites.beside(tx.manager, filing, before))) return;
    const dueOn = await this.dueOn(termsOf(before, filing.dueOn), dateInShanghai(tx.at));
    await this.record.execute(tx, { action: 'refile', before, terms: { dueOn } });
  }

  /** A first filing, and a change by which it is another place. */
  async isVerifiedAnew(filing: Filing): Promise<boolean> {
    if (filing.type === 'INITIAL') return true;
    if (filing.type !== 'CHANGE' || filing.base === null) return false;
    const form = await this.forms.of(filing);
    return changesPremises(amendmentsOf(form, filing.base, filing.application).map(({ pointer }) => pointer));
  }

  /**
   * @returns why an application is granted although a visit found otherwise, or has not seen what is granted
   * @throws VERIFICATION_NOT_RECORDED, MISMATCH_UNEXPLAINED, UNSEEN_UNEXPLAINED
   */
  async beforeAcceptance(tx: Tx, filing: Filing, reason: string | undefined): Promise<string | undefined> {
    const review = await this.verifications.findOfFiling(tx.manager, filing.id);
    const { unseen } = review === null ? NOTHING_FOUND : await this.sites.beside(tx.manager, filing, review);
    return whyGranted(review, unseen, reason);
  }

  /** What was ordered before the decision is about the institution from now on. */
  async bind(tx: Tx, { id, institutionId, application: { name } }: Filing): Promise<void> {
    if (institutionId !== null) await this.verifications.bind(tx, id, institutionId, name ?? '');
  }

  /** The case ended without an acceptance: nobody goes for it any more. */
  async endWithCase(tx: Tx, filingId: string, reason: string): Promise<void> {
    const last = await this.verifications.findOfFiling(tx.manager, filingId);
    if (last === null || hasEnded(last)) return;
    const before = await this.verifications.getForUpdate(tx, filingId);
    await this.record.execute(tx, { action: 'cancel', before, terms: {}, reason });
  }

  /** The last day of the authority's term for what comes in on this day. */
  async dueOn({ origin, decideBy, ...where }: Terms, from: PlainDate): Promise<PlainDate> {
    const last = await this.reference.dueOn(VISIT_TERMS[origin], from, where);
    return origin === 'REVIEW' ? withinDecision(last, decideBy, from) : last;
  }

  /** The last day for putting right what is found today. */
  async correctBy({ origin, decideBy, ...where }: Terms, from: PlainDate): Promise<PlainDate> {
    const last = await this.reference.dueOn(MISMATCH_TERM, from, where);
    return origin === 'REVIEW' ? withinDecision(last, decideBy, from) : last;
  }

  /** Only where a rule of the place and the kind says so: of 托育机构 the nation's rules do not. */
  private async open(tx: Tx, filing: Filing, institutionId: string): Promise<void> {
    const { id, kind, applicantId } = filing;
    const { district, township } = placeOf(filing);
    const today = dateInShanghai(tx.at);
    const where = { kind, district };
    if ((await this.reference.findTerm(VISIT_TERMS.ACCEPTANCE, { ...where, on: today })) === undefined)
      return;
    const dueOn = await this.dueOn({ ...where, origin: 'ACCEPTANCE', decideBy: null }, today);
    await this.verifications.insert(tx, {
      id: tx.newId(),
      filingId: id,
      institutionId,
      origin: 'ACCEPTANCE',
      purpose: null,
      plannedOn: null,
      orderedBy: null,
      applicantId,
      kind,
      district,
      township,
      status: verificationProcess.initial,
      dueOn,
      correctBy: null,
      openedAt: tx.at,
      since: tx.at,
    });
    await this.audit.append(tx, {
      action: 'filing.verification-opened',
      subjectType: 'filing',
      subjectId: id,
      district,
      detail: { until: dueOn },
    });
  }

  private async amend(tx: Tx, institutionId: string): Promise<void> {
    const open = await this.verifications.listOpenForUpdate(tx, institutionId);
    for (const before of open.filter(({ status }) => status === 'MISMATCH_FOUND')) {
      const dueOn = await this.dueOn(termsOf(before), dateInShanghai(tx.at));
      await this.record.execute(tx, { action: 'amend', before, terms: { dueOn } });
    }
  }

  /** What has ended, or is filed anew, is not verified any more. */
  private async cancelAll(tx: Tx, institutionId: string, reason: string, until = tx.at): Promise<void> {
    const open = await this.verifications.listOpenForUpdate(tx, institutionId);
    for (const before of open.filter(({ openedAt }) => openedAt <= until)) {
      await this.record.execute(tx, { action: 'cancel', before, terms: {}, reason });
    }
  }

  /** It has ended, which a closure that was accepted announces for a day that may be far. */
  endByClosing(tx: Tx, institutionId: string): Promise<void> {
    return this.cancelAll(tx, institutionId, '机构终止服务，不再核查');
  }

  /** A removal (注销、撤销) is decided: what was opened since is of what was filed since. */
  endByRemoval(tx: Tx, institutionId: string, decidedAt: Date): Promise<void> {
    return this.cancelAll(tx, institutionId, ENDED_BY_REMOVAL, decidedAt);
  }

  /**
   * The decision is annulled: what a rule asks for is looked at after all, within a term of its own, whatever had been found before. What
   * was ordered may be ordered anew.
   */
  async openAgain(tx: Tx, institutionId: string): Promise<void> {
    const ended = await this.verifications.lastEndedWith(tx, institutionId, ENDED_BY_REMOVAL);
    if (ended?.origin !== 'ACCEPTANCE') return;
    await this.open(tx, await this.filings.get(tx.manager, ended.filingId), institutionId);
  }
}

/** Once decided, a case has no day left by which it is. */
export const termsOf = (
  { kind, district, origin }: Verification,
  decideBy: PlainDate | null = null,
): Terms => ({ kind, district, origin, decideBy });
