import { Injectable } from '@nestjs/common';
import { mayBeginAgain, type Caller, type FilingEnd, type InstitutionStatus } from '@zhaoguan/contracts';
import { InstitutionStore, LicenceExpiry, StepInForce } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { isApplicant, rightsOver, type Filing } from '../domain/filing';
import { isNotice } from '../domain/filing-types';
import { receiptSpelling } from '../domain/receipt-order';
import { LaterCaseStore, type LaterCase } from '../store/later-case.store';
import { RetractionStore } from '../store/retraction.store';
import { ReceiptStore } from '../store/receipt.store';

/** What has come after a case was decided, without which its page would say what is true no more. */
export interface SinceDecided {
  /** How the institution stands today; null where there is none, or it has passed to another account. */
  readonly institutionStatus: InstitutionStatus | null;
  /** Of a filing in whose place a licence stands: its number, and whether the authority has ended that as well. */
  readonly replacedBy: { readonly number: string; readonly endedAs: FilingEnd | null } | null;
  /** Of a licence: its last day, where that has passed and it does not go on. */
  readonly licenceExpiredOn: PlainDate | null;
  /** Of a suspension: the next one that prolonged it (延长暂停). */
  readonly prolongedBy: string | null;
  /** Of a suspension: the resumption that ended it. */
  readonly resumedBy: string | null;
  /** Of a notice that was taken back before its day (撤回): on which day. */
  readonly retractedOn: PlainDate | null;
  /** Of a notice: from which day on it holds; null while it does not, and where it was taken back. */
  readonly inForceOn: PlainDate | null;
  /** Of a notice that fell before its day, for its home was filed anew or licensed: on which day. */
  readonly supersededOn: PlainDate | null;
  /** Of what ended without what was applied for: the case in which it was applied for again. */
  readonly again: LaterCase | null;
  /** As who the reader may begin it again (重新填报): as its applicant, or for them at the window; null where that would be refused. */
  readonly beginsAgain: 'APPLICANT' | 'WINDOW' | null;
}

@Injectable()
export class ShowSinceDecided {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly expiry: LicenceExpiry,
    private readonly receipts: ReceiptStore,
    private readonly later: LaterCaseStore,
    private readonly retractions: RetractionStore,
    private readonly steps: StepInForce,
  ) {}

  /**
   * Null of what is not decided.
   * @param acting the reader as one who acts on this filing
   */
  async of(manager: Tx['manager'], filing: Filing, acting: Caller): Promise<SinceDecided | null> {
    if (mayBeginAgain(filing))
      return {
        institutionStatus: null,
        replacedBy: null,
        licenceExpiredOn: null,
        resumedBy: null,
        prolongedBy: null,
        retractedOn: null,
        inForceOn: null,
        supersededOn: null,
        // About a registered institution a later case may be about something else, and both are listed on its page.
        again: filing.type === 'INITIAL' ? await this.later.again(manager, filing) : null,
        beginsAgain: await this.beginner(manager, filing, acting),
      };
    if (filing.status !== 'ACCEPTED' || filing.institutionId === null) return null;
    const found = await this.institutions.findById(manager, filing.institutionId);
    const { regime, type } = filing;
    const number = found?.filingNumber ?? null;
    const replaced = found?.regime === 'LICENCE' && regime === 'FILING' && number !== null;
    const end = replaced ? await this.receipts.findEnd(receiptSpelling(number), manager) : null;
    const retractedOn = isNotice(type) ? await this.retractions.grantedOn(manager, filing.id) : null;
    const step = isNotice(type) ? await this.steps.of(manager, filing.id) : null;
    return {
      institutionStatus: found?.status ?? null,
      replacedBy: replaced ? { number, endedAs: end?.endedAs ?? null } : null,
      licenceExpiredOn:
        found !== null && regime === 'LICENCE' && GRANTS.has(type)
          ? ((await this.expiry.of(manager, [found])).get(found.id) ?? null)
          : null,
      prolongedBy: type === 'SUSPENSION' ? await this.later.prolonging(manager, filing) : null,
      resumedBy: type === 'SUSPENSION' ? await this.later.resumption(manager, filing) : null,
      retractedOn,
      inForceOn: step?.inForceOn ?? null,
      supersededOn: retractedOn === null ? (step?.endedOn ?? null) : null,
      again: null,
      beginsAgain: null,
    };
  }

  /** Later than it was filed for where it was asked to be taken back and that was answered beyond its day. */
  async inForceOn(manager: Tx['manager'], { id }: Pick<Filing, 'id'>): Promise<PlainDate | null> {
    return (await this.steps.of(manager, id)).inForceOn;
  }

  /** Of an institution that has ended, or is another account's by now, nothing is begun again. */
  private async beginner(
    manager: Tx['manager'],
    filing: Filing,
    caller: Caller,
  ): Promise<SinceDecided['beginsAgain']> {
    const { institutionId, applicantId } = filing;
    const beginner = asWho(filing, caller);
    if (beginner === null || institutionId === null) return beginner;
    const found = await this.institutions.findById(manager, institutionId);
    const stands =
      found?.operatorId === applicantId && found.status !== 'CLOSED' && found.filingEndedAs === null;
    return stands ? beginner : null;
  }
}

/** What a certificate is given out of; a notice of the service is registered. */
const GRANTS: ReadonlySet<Filing['type']> = new Set(['INITIAL', 'CHANGE']);

/** What was filled in is brought along at the window where the official may read it in clear (个人信息保护法第六条). */
function asWho(filing: Filing, caller: Caller): SinceDecided['beginsAgain'] {
  if (isApplicant(filing, caller)) return 'APPLICANT';
  const rights = rightsOver(filing, caller);
  return rights.has('filing.assist') && rights.has('filing.reveal') ? 'WINDOW' : null;
}
