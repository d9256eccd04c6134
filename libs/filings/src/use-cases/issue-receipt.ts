import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { ReceiptStore } from '../store/receipt.store';
import { FilingReference } from './filing-reference';

/** What a receipt is written from, and its place in the register (出具备案回执). */
@Injectable()
export class IssueReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly receipts: ReceiptStore,
    private readonly reference: FilingReference,
    private readonly audit: AuditLog,
  ) {}

  async prepare(filingId: string, traceId: string): Promise<{ filing: Filing; authority: string }> {
    const filing = await this.work.read(systemCaller(traceId), (manager) =>
      this.filings.get(manager, filingId),
    );
    return { filing, authority: await this.reference.authorityName(filing.kind, filing.application) };
  }

  /** In the transaction that ends the job. */
  async register(tx: Tx, filing: Filing, file: StoredFile, unprintable: readonly string[]): Promise<void> {
    await this.receipts.insert(tx, filing.id, file, unprintable);
    await this.audit.append(tx, {
      action: 'filing.receipt-issued',
      subjectType: 'filing',
      subjectId: filing.id,
      district: filing.application.district,
      detail: { filingNumber: filing.filingNumber, sm3: file.sm3 },
    });
  }
}
