import { Inject, Injectable } from '@nestjs/common';
import { PaperSignatures } from '@zhaoguan/audit';
import {
  codePointName,
  CONFIG,
  FileStore,
  LOGGER,
  OnJob,
  type AppConfig,
  type JobRun,
} from '@zhaoguan/platform';
import { caseWords } from '@zhaoguan/contracts';
import type { Logger } from 'pino';
import { receiptText } from '../domain/receipt';
import { IssueReceipt } from '../use-cases/issue-receipt';
import { PrepareReceipt } from '../use-cases/prepare-receipt';
import { printReceipt } from './receipt-document';

/** Prints and signs the receipt of an accepted filing. Done again after a crash it prints the same document. */
@Injectable()
export class RenderReceiptJob {
  constructor(
    private readonly prepare: PrepareReceipt,
    private readonly issue: IssueReceipt,
    private readonly files: FileStore,
    private readonly signatures: PaperSignatures,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @OnJob('filings.render-receipt')
  async render(run: JobRun<'filings.render-receipt'>): Promise<void> {
    const { filingId } = run.payload;
    const facts = await this.prepare.execute(filingId, run.traceId);
    const text = receiptText(facts, this.config.publicUrl);
    const { content, unprintable } = await printReceipt(text, facts.filing.updatedAt);
    if (unprintable.length > 0) {
      const characters = unprintable.map(codePointName);
      this.logger.warn(
        { filingId, characters },
        'the receipt font lacks characters; their code points were printed',
      );
    }
    const file = await this.files.keep(content, `${caseWords(facts.filing).proof} ${text.numberInWords}.pdf`);
    const signed = await this.signatures.sign(file.sm3, text.authority);
    await run.complete((tx) => this.issue.execute(tx, facts.filing, { file, unprintable, signed }));
  }
}
