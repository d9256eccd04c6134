import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { FORM_DRAFT_DAYS } from '../domain/form-draft';
import { FormDraftStore } from '../store/form-draft.store';

const DAY_MS = 86_400_000;

/** Keeps the workbench's own tables small. Nothing of the law is in them. */
@Injectable()
export class SweepJob {
  constructor(private readonly drafts: FormDraftStore) {}

  @OnJob('workbench.sweep')
  async sweep(run: JobRun<'workbench.sweep'>): Promise<void> {
    await run.complete(async (tx) => {
      const ago = (days: number): Date => new Date(tx.at.getTime() - days * DAY_MS);
      await this.drafts.removeOlderThan(tx, ago(FORM_DRAFT_DAYS));
    });
  }
}
