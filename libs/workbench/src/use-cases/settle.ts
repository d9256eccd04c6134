import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { NotificationStore } from '../store/notification.store';
import { OverdueStore } from '../store/overdue.store';
import { wake } from './wake';

/**
 * Ends notifications that ask for what has been done meanwhile (已办理), whoever did it and on whatever page. What waits is
 * read from the modules, not concluded from what has happened: run again or too late, it comes to the same.
 */
@Injectable()
export class Settle {
  constructor(
    private readonly notifications: NotificationStore,
    private readonly overdues: OverdueStore,
  ) {}

  /** @param matters ids of filings, draws, tasks, results or cases; all when left out */
  async execute(tx: Tx, matters?: readonly string[]): Promise<void> {
    for (const id of await this.overdues.openOf(tx.manager, matters ?? [])) {
      await tx.enqueue('workbench.follow-overdue', { overdueId: id });
    }
    await wake(tx, 'zhaoguan_notification_done', await this.notifications.settle(tx, matters));
  }
}
