import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type PaperLine } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { FilingPaperStore } from '../store/filing-paper.store';
import { ReceiptLines, type CaseLine } from './receipt-lines';

type PaperFile = NonNullable<PaperLine['file']>;

/** The papers of a case (文书), for who reads the case: the applicant, and the officials in charge. */
@Injectable()
export class ListPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly papers: FilingPaperStore,
    private readonly receipts: ReceiptLines,
  ) {}

  /** The latest first; the receipt as well, from the acceptance on. @throws NOT_FOUND, WRONG_DEPARTMENT */
  async execute(caller: Caller, filingId: string): Promise<Page<CaseLine>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, filingId);
      requireRight(filing, caller, 'filing.read');
      const receipt = await this.receipts.find(manager, filing);
      const papers = await this.papers.list(manager, filingId);
      return { items: [...(receipt ? [receipt] : []), ...papers], nextCursor: null };
    });
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, PAPER_NOT_READY before it is printed */
  async file(caller: Caller, filingId: string, paperId: string): Promise<PaperFile> {
    return this.work.read(caller, async (manager) => {
      requireRight(await this.filings.get(manager, filingId), caller, 'filing.read');
      return this.papers.file(manager, filingId, paperId);
    });
  }
}
