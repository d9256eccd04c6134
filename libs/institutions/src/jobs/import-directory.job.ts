import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { CarryOutImport } from '../use-cases/carry-out-import';

@Injectable()
export class ImportDirectoryJob {
  constructor(private readonly carryOut: CarryOutImport) {}

  @OnJob('institutions.import-directory')
  async run(run: JobRun<'institutions.import-directory'>): Promise<void> {
    const end = await this.carryOut.execute(run.payload.importId, run.traceId);
    await run.complete(end);
  }
}
