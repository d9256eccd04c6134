import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { FolderStore } from '../store/folder.store';
import { LEASE_MS } from '../use-cases/partner-folders';

/** Every minute: whose folder is served by nobody now gets a job, which is the only one until it ends or falls silent. */
@Injectable()
export class PollFoldersJob {
  constructor(private readonly folders: FolderStore) {}

  @OnJob('exchange.poll-folders')
  async run(run: JobRun<'exchange.poll-folders'>): Promise<void> {
    await run.complete(async (tx) => {
      const until = new Date(tx.at.getTime() + LEASE_MS);
      for (const partnerId of await this.folders.claim(tx, until))
        await tx.enqueue('filings.serve-folder', { partnerId });
    });
  }
}
