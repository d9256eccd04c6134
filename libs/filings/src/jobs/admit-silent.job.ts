import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { AdmitFiling } from '../use-cases/admit-filing';

/** Gives out, every night, the paper for applications that count as taken in since the day before, for nothing was said of them. */
@Injectable()
export class AdmitSilentJob {
  constructor(private readonly admission: AdmitFiling) {}

  @OnJob('filings.admit-silent')
  async run(run: JobRun<'filings.admit-silent'>): Promise<void> {
    await run.complete((tx) => this.admission.presume(tx));
  }
}
