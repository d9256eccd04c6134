import { Inject, Injectable } from '@nestjs/common';
import { PaperSignatures } from '@zhaoguan/audit';
import { systemCaller } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { LOGGER, OnJob, UnitOfWork, type JobRun, type SignedFile } from '@zhaoguan/platform';
import type { Logger } from 'pino';
import { ReceiptStore, type UnsignedReceipt } from '../store/receipt.store';
import { FilingReference } from '../use-cases/filing-reference';

/** Receipts in one run: short enough to fail and be done again. */
const BATCH = 100;

/**
 * Signs the receipts that were printed before papers were signed. Run twice it signs nothing twice: what has a signature keeps
 * its first.
 */
@Injectable()
export class SignReceiptsJob {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: ReceiptStore,
    private readonly reference: FilingReference,
    private readonly signatures: PaperSignatures,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnJob('filings.sign-receipts')
  async run(run: JobRun<'filings.sign-receipts'>): Promise<void> {
    const unsigned = await this.work.read(systemCaller(run.traceId), (manager) =>
      this.receipts.unsigned(manager, run.payload.after, BATCH),
    );
    const signed: SignedFile[] = [];
    for (const receipt of unsigned) {
      const signature = await this.sign(receipt);
      if (signature) signed.push(signature);
    }
    const last = unsigned.length === BATCH ? unsigned.at(-1) : undefined;
    await run.complete(async (tx) => {
      for (const each of signed) await this.signatures.keep(tx, each);
      if (last) await tx.enqueue('filings.sign-receipts', { after: last.filingId });
    });
  }

  /** One file that is gone from the disk must not keep all others from their signatures. */
  private async sign({ filingId, sm3, kind, ...site }: UnsignedReceipt): Promise<SignedFile | undefined> {
    const authority = await this.reference.authorityName(kind, site);
    try {
      return await this.signatures.sign(sm3, authority);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
      this.logger.error({ filingId, sm3 }, 'the file of a receipt is gone; it stays without a signature');
      return undefined;
    }
  }
}
