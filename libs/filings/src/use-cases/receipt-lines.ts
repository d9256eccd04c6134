import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { numberInWords } from '../domain/receipt';
import { receiptTitle } from '../domain/receipt-title';
import type { PaperLine } from '../store/paper.store';
import { ReceiptStore } from '../store/receipt.store';
import { FilingReference } from './filing-reference';

/** The receipt (备案回执) among the papers of a case: its number is the filing number, and a version takes the place of the last. */
@Injectable()
export class ReceiptLines {
  constructor(
    private readonly receipts: ReceiptStore,
    private readonly reference: FilingReference,
  ) {}

  /** Null for a filing that was not accepted. */
  async find(manager: Tx['manager'], filing: Filing): Promise<PaperLine | null> {
    const { id, kind, application, filingNumber, filedOn } = filing;
    if (filingNumber === null || filedOn === null) return null;
    const { version, latest, file, signature } = await this.receipts.line(manager, id);
    return {
      id,
      kind: 'RECEIPT',
      title: receiptTitle({ ...filing, siteType: filing.application.siteType }),
      number: numberInWords(filingNumber, version),
      authority: await this.reference.authorityName(kind, application),
      issuedOn: filedOn,
      file,
      signature,
      supersededBy: version < latest ? numberInWords(filingNumber, latest) : null,
    };
  }
}
