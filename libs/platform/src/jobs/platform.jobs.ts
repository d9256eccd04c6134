import { Injectable } from '@nestjs/common';
import { FileStore } from '../storage/file-store';
import { ResumableUploads } from '../storage/resumable-uploads';
import { OnJob, type JobRun } from './on-job';

const DAY_MS = 86_400_000;

/** Keeps the platform's own tables small. Nothing of the law is in them. */
@Injectable()
export class PlatformJobs {
  constructor(
    private readonly files: FileStore,
    private readonly uploads: ResumableUploads,
  ) {}

  /** Idempotency keys live 24 h, settled outbox rows 30 days, done marks 60, unfinished uploads one day. */
  @OnJob('platform.sweep')
  async sweep(run: JobRun<'platform.sweep'>): Promise<void> {
    await this.files.sweepDrafts();
    await this.uploads.sweep();
    await run.complete(async ({ manager, at }) => {
      const ago = (days: number): Date => new Date(at.getTime() - days * DAY_MS);
      await manager.query('delete from platform.idempotency where created_at < $1', [ago(1)]);
      await manager.query('delete from platform.outbox where settled_at < $1', [ago(30)]);
      await manager.query('delete from platform.job_done where done_at < $1', [ago(60)]);
    });
  }
}
