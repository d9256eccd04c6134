import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { SeekUnattended } from '../use-cases/seek-unattended';

/** Whenever a case is handed in, taken back or has another to conduct it, or somebody may do something else, and each night for those whose last official is gone. */
@Injectable()
export class SeekUnattendedJob {
  constructor(private readonly seek: SeekUnattended) {}

  @OnJob('filings.seek-unattended')
  async run(run: JobRun<'filings.seek-unattended'>): Promise<void> {
    await run.complete((tx) => this.seek.execute(tx, run.payload));
  }
}
