import { Injectable } from '@nestjs/common';
import { mayBeginAgain, type FilingEnd, type InstitutionStatus } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { receiptSpelling } from '../domain/receipt-order';
import { LaterCaseStore, type LaterCase } from '../store/later-case.store';
import { ReceiptStore } from '../store/receipt.store';

/** What has come after a case was decided, without which its page would say what is true no more. */
export interface SinceDecided {
  /** How the institution stands today; null where there is none, or it has passed to another account. */
  readonly institutionStatus: InstitutionStatus | null;
  /** Of a filing in whose place a licence stands: its number, and whether the authority has ended that as well. */
  readonly replacedBy: { readonly number: string; readonly endedAs: FilingEnd | null } | null;
  /** Of a suspension: the resumption that ended it. */
  readonly resumedBy: string | null;
  /** Of what ended without what was applied for: the case in which it was applied for again. */
  readonly again: LaterCase | null;
}

@Injectable()
export class ShowSinceDecided {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly receipts: ReceiptStore,
    private readonly later: LaterCaseStore,
  ) {}

  /** Null of what is not decided. */
  async of(manager: Tx['manager'], filing: Filing): Promise<SinceDecided | null> {
    const nothing = { institutionStatus: null, replacedBy: null, resumedBy: null };
    // About a registered institution a later case may be about something else, and both are listed on its page.
    if (filing.type === 'INITIAL' && mayBeginAgain(filing))
      return { ...nothing, again: await this.later.again(manager, filing) };
    if (filing.status !== 'ACCEPTED' || filing.institutionId === null) return null;
    const found = await this.institutions.findById(manager, filing.institutionId);
    const { regime, type } = filing;
    const number = found?.filingNumber ?? null;
    const replaced = found?.regime === 'LICENCE' && regime === 'FILING' && number !== null;
    const end = replaced ? await this.receipts.findEnd(receiptSpelling(number), manager) : null;
    return {
      institutionStatus: found?.status ?? null,
      replacedBy: replaced ? { number, endedAs: end?.endedAs ?? null } : null,
      resumedBy: type === 'SUSPENSION' ? await this.later.resumption(manager, filing) : null,
      again: null,
    };
  }
}
