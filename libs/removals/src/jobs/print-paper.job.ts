import { Injectable } from '@nestjs/common';
import { PrintPapers } from '@zhaoguan/audit';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { GivenPaperStore } from '../store/given-paper.store';
import { RemovalStore } from '../store/removal.store';

/** Prints and signs a paper of a removal. */
@Injectable()
export class PrintRemovalPaperJob {
  constructor(
    private readonly printer: PrintPapers,
    private readonly papers: GivenPaperStore,
    private readonly removals: RemovalStore,
  ) {}

  @OnJob('removals.print-paper')
  print(run: JobRun<'removals.print-paper'>): Promise<void> {
    return this.printer.execute(run, run.payload.paperId, {
      papers: this.papers,
      action: 'removal.paper-printed',
      subjectType: 'removal',
      districtOf: async ({ manager }, id) => (await this.removals.get(manager, id)).district,
    });
  }
}
