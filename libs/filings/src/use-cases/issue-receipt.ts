import { Injectable } from '@nestjs/common';
import { AuditLog, PaperSignatures } from '@zhaoguan/audit';
import type { SignedFile, StoredFile, Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { ReceiptStore } from '../store/receipt.store';

/** What the printer made of it. */
export interface Printed {
  readonly file: StoredFile;
  readonly unprintable: readonly string[];
  readonly signed: SignedFile;
}

/** Enters a printed receipt in the register (出具备案回执). */
@Injectable()
export class IssueReceipt {
  constructor(
    private readonly receipts: ReceiptStore,
    private readonly signatures: PaperSignatures,
    private readonly audit: AuditLog,
  ) {}

  /** In the transaction that ends the job. */
  async execute(tx: Tx, filing: Filing, { file, unprintable, signed }: Printed): Promise<void> {
    await this.receipts.insert(tx, filing.id, file, unprintable);
    await this.signatures.keep(tx, signed);
    await this.audit.append(tx, {
      action: 'filing.receipt-issued',
      subjectType: 'filing',
      subjectId: filing.id,
      district: filing.application.district,
      detail: { filingNumber: filing.filingNumber, sm3: file.sm3, keyId: signed.keyId },
    });
  }
}
