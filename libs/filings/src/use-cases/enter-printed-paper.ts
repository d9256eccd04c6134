import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { SignedFile, Tx } from '@zhaoguan/platform';
import type { Paper } from '../domain/papers/paper';
import { FilingStore } from '../store/filing.store';
import { PaperStore } from '../store/paper.store';
import type { Printed } from './issue-receipt';
import { PaperSignatures } from './paper-signatures';

/** Enters the PDF of a paper and its signature. */
@Injectable()
export class EnterPrintedPaper {
  constructor(
    private readonly papers: PaperStore,
    private readonly filings: FilingStore,
    private readonly signatures: PaperSignatures,
    private readonly audit: AuditLog,
  ) {}

  /** Outside of any transaction. */
  sign(sm3: string, authority: string): Promise<SignedFile> {
    return this.signatures.sign(sm3, authority);
  }

  /** In the transaction that ends the job. */
  async execute(tx: Tx, paper: Paper, { file, unprintable, signed }: Printed): Promise<void> {
    await this.papers.insertPrint(tx, paper.id, file, unprintable);
    await this.signatures.keep(tx, signed);
    const { application } = await this.filings.get(tx.manager, paper.filingId);
    await this.audit.append(tx, {
      action: 'filing.paper-printed',
      subjectType: 'filing',
      subjectId: paper.filingId,
      district: application.district,
      detail: { number: paper.number, sm3: file.sm3, keyId: signed.keyId },
    });
  }
}
