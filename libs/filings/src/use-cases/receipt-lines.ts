import { Inject, Injectable } from '@nestjs/common';
import {
  certificateEnd,
  isRegistration,
  licenceStanding,
  receiptNumberInWords,
  type PaperEnd,
  type PaperKindOf,
} from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, type PaperLine, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { filedSite } from '../domain/filing-authority';
import { receiptSpelling } from '../domain/receipt-order';
import { receiptTitle } from '../domain/receipt-title';
import { ReceiptStore } from '../store/receipt.store';
import { FilingReference } from './filing-reference';

/** A paper of a filing as it is listed; the receipt stands under the identifier of the filing. */
export type CaseLine = PaperLine<PaperKindOf<'filings'> | 'RECEIPT'>;

/** The receipt (备案回执) among the papers of a case: its number is the filing number, and a version takes the place of the last; registrations (登记回执) are counted apart. */
@Injectable()
export class ReceiptLines {
  constructor(
    private readonly receipts: ReceiptStore,
    private readonly reference: FilingReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for a filing that was not accepted. */
  async find(manager: Tx['manager'], filing: Filing): Promise<CaseLine | null> {
    const { id, filingNumber, filedOn } = filing;
    if (filingNumber === null || filedOn === null) return null;
    const { ordinal, latest, file, signature, retracted } = await this.receipts.line(manager, id);
    const isLast = ordinal.version === latest.version && ordinal.apart === latest.apart;
    const end = retracted
      ? { endedAs: 'RETRACTED' as const, by: retracted.paper, endedOn: retracted.on }
      : isLast
        ? await this.endOf(manager, filing, filingNumber)
        : { endedAs: 'REPLACED' as const, by: receiptNumberInWords(filingNumber, latest), endedOn: null };
    return {
      id,
      kind: 'RECEIPT',
      title: receiptTitle({ ...filing, siteType: filing.application.siteType }),
      number: receiptNumberInWords(filingNumber, ordinal),
      authority: await this.reference.authorityName(filing.kind, filedSite(filing)),
      issuedOn: filedOn,
      file,
      signature,
      endedAs: end && end.endedAs,
      supersededBy: end && end.by,
      endedOn: end && end.endedOn,
    };
  }

  /** Of the one in force: that the authority has ended it (注销、撤销); of a licence also what its institution has told of the service, or what took its place. */
  private async endOf(
    manager: Tx['manager'],
    filing: Filing,
    filingNumber: string,
  ): Promise<{ endedAs: PaperEnd; by: string | null; endedOn: PlainDate | null } | null> {
    if (isRegistration(filing)) return null;
    const spelling = receiptSpelling(filingNumber);
    const ended = await this.receipts.findEnd(spelling, manager);
    if (ended) return { ...ended, by: null };
    const licence = filing.regime === 'LICENCE' ? await this.receipts.findPublic(spelling) : null;
    if (!licence) return null;
    const today = dateInShanghai(this.clock.now());
    const service = await this.receipts.findService(filingNumber);
    const end = certificateEnd(
      licenceStanding({ ...licence, ...service, endedOn: null, renewal: null }, today),
    );
    return end && { ...end, endedOn: null };
  }
}
