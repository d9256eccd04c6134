import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { ReceiptFacts } from '../domain/receipt';
import { FilingStore } from '../store/filing.store';
import { ApplicationCheck } from './application-check';
import { FilingReference } from './filing-reference';

/** Gathers what a receipt (备案回执) is written from. */
@Injectable()
export class PrepareReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly check: ApplicationCheck,
    private readonly reference: FilingReference,
  ) {}

  /** As of the acceptance, so that a receipt printed again after a crash says the same. */
  async execute(filingId: string, traceId: string): Promise<ReceiptFacts> {
    const filing = await this.work.read(systemCaller(traceId), (manager) =>
      this.filings.get(manager, filingId),
    );
    const { form, incomplete } = await this.check.execute(filing, filing.updatedAt);
    const authority = await this.reference.authorityName(filing.kind, filing.application);
    return { filing, form, incomplete, authority };
  }
}
