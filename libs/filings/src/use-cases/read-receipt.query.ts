import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { FILING_NUMBER } from '../domain/filing-number';
import { FilingStore } from '../store/filing.store';
import { ReceiptStore, type PublicReceipt, type ReceiptFile } from '../store/receipt.store';

/** Whether a receipt in somebody's hand is genuine, and what it must say if it is. */
export type Verification = { readonly genuine: false } | ({ readonly genuine: true } & PublicReceipt);

@Injectable()
export class ReadReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly receipts: ReceiptStore,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, RECEIPT_NOT_READY before it is printed */
  async file(caller: Caller, filingId: string): Promise<ReceiptFile> {
    return this.work.read(caller, async (manager) => {
      requireRight(await this.filings.get(manager, filingId), caller, 'filing.read');
      const receipt = await this.receipts.find(manager, filingId);
      if (!receipt) throw refuse('RECEIPT_NOT_READY');
      return receipt;
    });
  }

  /** For anybody. “Is it genuine” has the answer no, so an unknown number is no error. */
  async verify(filingNumber: string): Promise<Verification> {
    const number = filingNumber.trim().toUpperCase();
    const found = FILING_NUMBER.test(number) ? await this.receipts.findPublic(number) : null;
    return found ? { genuine: true, ...found } : { genuine: false };
  }
}
