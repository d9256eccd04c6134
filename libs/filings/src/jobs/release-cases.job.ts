import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { ReleaseCases } from '../use-cases/release-cases';

/** After an account was taken out of use, or its role, department or district changed. */
@Injectable()
export class ReleaseCasesJob {
  constructor(private readonly release: ReleaseCases) {}

  @OnJob('filings.release-cases')
  async run(run: JobRun<'filings.release-cases'>): Promise<void> {
    await run.complete((tx) => this.release.execute(tx, run.payload));
  }
}
