import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { filedSite } from '../domain/filing-authority';
import type { ReceiptFacts } from '../domain/receipt';
import { CommitmentStore } from '../store/commitment.store';
import { FilingStore } from '../store/filing.store';
import { ReceiptStore } from '../store/receipt.store';
import { ApplicationCheck } from './application-check';
import { FilingReference } from './filing-reference';
import { ReadableChanges } from './readable-changes';

/** Gathers what a receipt (备案回执) is written from. */
@Injectable()
export class PrepareReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly receipts: ReceiptStore,
    private readonly commitments: CommitmentStore,
    private readonly check: ApplicationCheck,
    private readonly reference: FilingReference,
    private readonly readable: ReadableChanges,
  ) {}

  /** As of the acceptance, so that a receipt printed again after a crash says the same. */
  async execute(filingId: string, traceId: string): Promise<ReceiptFacts> {
    const { filing, version, promised } = await this.work.read(systemCaller(traceId), async (manager) => ({
      filing: await this.filings.get(manager, filingId),
      version: await this.receipts.versionOf(manager, filingId),
      promised: (await this.commitments.ofFiling(manager, filingId)).flatMap(({ name, dueOn }) =>
        dueOn === null ? [] : [{ name, dueOn }],
      ),
    }));
    const { form, incomplete, amendments } = await this.check.execute(filing, filing.updatedAt);
    const authority = await this.reference.authorityName(filing.kind, filedSite(filing));
    const changed = amendments && (await this.readable.execute(form, amendments, false));
    return { filing, form, incomplete, authority, version, amendments: changed, promised };
  }
}
