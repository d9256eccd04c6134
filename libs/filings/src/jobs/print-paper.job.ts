import { Injectable } from '@nestjs/common';
import { PrintPapers } from '@zhaoguan/audit';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { FilingPaperStore } from '../store/filing-paper.store';
import { FilingStore } from '../store/filing.store';

/** Prints and signs a paper of a filing. */
@Injectable()
export class PrintPaperJob {
  constructor(
    private readonly printer: PrintPapers,
    private readonly papers: FilingPaperStore,
    private readonly filings: FilingStore,
  ) {}

  @OnJob('filings.print-paper')
  print(run: JobRun<'filings.print-paper'>): Promise<void> {
    return this.printer.execute(run, run.payload.paperId, {
      papers: this.papers,
      action: 'filing.paper-printed',
      subjectType: 'filing',
      districtOf: async ({ manager }, id) => (await this.filings.get(manager, id)).application.district,
    });
  }
}
