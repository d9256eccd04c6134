import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { FORM_DRAFT_DAYS } from '../domain/form-draft';
import { NOTIFICATION_DAYS } from '../domain/notification';
import { FormDraftStore } from '../store/form-draft.store';
import { NotificationStore } from '../store/notification.store';
import { Settle } from '../use-cases/settle';

const DAY_MS = 86_400_000;

/** Keeps the workbench's own tables small. Nothing of the law is in them. */
@Injectable()
export class SweepJob {
  constructor(
    private readonly drafts: FormDraftStore,
    private readonly notifications: NotificationStore,
    private readonly settle: Settle,
  ) {}

  @OnJob('workbench.sweep')
  async sweep(run: JobRun<'workbench.sweep'>): Promise<void> {
    await run.complete(async (tx) => {
      const ago = (days: number): Date => new Date(tx.at.getTime() - days * DAY_MS);
      await this.drafts.removeOlderThan(tx, ago(FORM_DRAFT_DAYS));
      await this.notifications.removeOlderThan(tx, ago(NOTIFICATION_DAYS));
      // What time alone has ended, and what was told while it was being done.
      await this.settle.execute(tx);
    });
  }
}
