import { Injectable } from '@nestjs/common';
import type { PaperKindOf } from '@zhaoguan/contracts';
import type { PaperLine, Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { filedSite } from '../domain/filing-authority';
import { numberInWords } from '../domain/receipt';
import { receiptTitle } from '../domain/receipt-title';
import { ReceiptStore } from '../store/receipt.store';
import { FilingReference } from './filing-reference';

/** A paper of a filing as it is listed; the receipt stands under the identifier of the filing. */
export type CaseLine = PaperLine<PaperKindOf<'filings'> | 'RECEIPT'>;

/** The receipt (备案回执) among the papers of a case: its number is the filing number, and a version takes the place of the last. */
@Injectable()
export class ReceiptLines {
  constructor(
    private readonly receipts: ReceiptStore,
    private readonly reference: FilingReference,
  ) {}

  /** Null for a filing that was not accepted. */
  async find(manager: Tx['manager'], filing: Filing): Promise<CaseLine | null> {
    const { id, filingNumber, filedOn } = filing;
    if (filingNumber === null || filedOn === null) return null;
    const { version, latest, file, signature } = await this.receipts.line(manager, id);
    return {
      id,
      kind: 'RECEIPT',
      title: receiptTitle({ ...filing, siteType: filing.application.siteType }),
      number: numberInWords(filingNumber, version),
      authority: await this.reference.authorityName(filing.kind, filedSite(filing)),
      issuedOn: filedOn,
      file,
      signature,
      endedAs: version < latest ? 'REPLACED' : null,
      supersededBy: version < latest ? numberInWords(filingNumber, latest) : null,
      endedOn: null,
    };
  }
}
