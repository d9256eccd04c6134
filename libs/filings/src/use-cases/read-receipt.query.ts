import { Inject, Injectable } from '@nestjs/common';
import {
  licenceStanding,
  refuse,
  renewalStateOn,
  type Caller,
  type LicenceStanding,
  type RenewalState,
  type Replacement,
} from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { filingProcess } from '../domain/filing.process';
import { receiptSpelling } from '../domain/receipt-order';
import { FilingStore } from '../store/filing.store';
import {
  ReceiptStore,
  type EndedNumber,
  type PublicReceipt,
  type ReceiptFile,
  type RegisteredNumber,
  type ServiceToday,
} from '../store/receipt.store';

/**
 * Whether a receipt in somebody's hand is genuine, and what it must say if it is. `null`: the number is in the register,
 * but its receipt was issued before this system or outside of it, and nothing here can tell. `ended`: the authority has cancelled
 * or revoked the filing, so that also a genuine receipt is in force no more. `renewal`: why a licence holds beyond its last day.
 */
export type Verification =
  | { readonly genuine: false }
  | { readonly genuine: null; readonly registered: RegisteredNumber; readonly ended: EndedNumber | null }
  | ({
      readonly genuine: true;
      readonly ended: EndedNumber | null;
      readonly renewal: { readonly state: RenewalState; readonly until: PlainDate } | null;
      /** Where a licence stands today; null for a filing. */
      readonly standing: LicenceStanding | null;
      /** What has become of the licence that took its place; null where none did. */
      readonly replacement: Replacement | null;
    } & PublicReceipt);

/** Numbers older than this system, kept from a directory, have shapes of their own. */
const LONGEST_NUMBER = 64;

@Injectable()
export class ReadReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly receipts: ReceiptStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, RECEIPT_NOT_READY before it is printed, NO_RECEIPT when none will be */
  async file(caller: Caller, filingId: string): Promise<ReceiptFile> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, filingId);
      requireRight(filing, caller, 'filing.read');
      const receipt = await this.receipts.find(manager, filingId);
      const none = filing.status !== 'ACCEPTED' && filingProcess.terminal.includes(filing.status);
      if (!receipt) throw refuse(none ? 'NO_RECEIPT' : 'RECEIPT_NOT_READY');
      return receipt;
    });
  }

  /** For anybody. “Is it genuine” has the answer no, so an unknown number is no error. */
  async verify(filingNumber: string): Promise<Verification> {
    const spelling = receiptSpelling(filingNumber);
    const possible = spelling.length <= LONGEST_NUMBER && !/\p{Cc}/u.test(spelling);
    if (!possible) return { genuine: false };
    const found = await this.receipts.findPublic(spelling);
    const ended = await this.receipts.findEnd(spelling);
    if (found) {
      const service = await this.receipts.findService(found.filingNumber);
      const told = this.genuine(found, ended, await this.renewalOf(spelling), service);
      return { ...told, replacement: await this.replacementOf(found) };
    }
    const registered = await this.receipts.findRegistered(spelling);
    return registered ? { genuine: null, registered, ended } : { genuine: false };
  }

  private genuine(
    found: PublicReceipt,
    ended: EndedNumber | null,
    renewal: Awaited<ReturnType<ReadReceipt['renewalOf']>>,
    service: ServiceToday,
  ): Omit<Extract<Verification, { genuine: true }>, 'replacement'> {
    const endedOn = ended?.endedOn ?? null;
    const licence = { ...found, ...service, endedOn, renewal: renewal && renewal.state };
    const standing =
      found.regime === 'LICENCE' ? licenceStanding(licence, dateInShanghai(this.clock.now())) : null;
    return { genuine: true, ...found, ended, renewal, standing };
  }

  private async replacementOf({ replacedBy }: PublicReceipt): Promise<Replacement | null> {
    const next = replacedBy === null ? null : await this.verify(replacedBy);
    if (replacedBy === null || next?.genuine !== true || next.standing === null) return null;
    return { number: replacedBy, standing: next.standing, endedAs: next.ended?.endedAs ?? null };
  }

  private async renewalOf(spelling: string) {
    const open = await this.receipts.findRenewal(spelling);
    const state = open && renewalStateOn(open, dateInShanghai(this.clock.now()));
    return open && state && { state, until: open.until };
  }
}
