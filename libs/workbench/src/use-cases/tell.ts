import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { awaitedBy, type Notice } from '../domain/notification';
import { NotificationStore } from '../store/notification.store';
import { wake } from './wake';

/** Writes notifications (站内通知), and wakes the streams of those who have one open, when the transaction commits. */
@Injectable()
export class Tell {
  constructor(private readonly notifications: NotificationStore) {}

  /** @param occasion what it is told for: the same person is told of it once, however often this runs */
  async execute(tx: Tx, people: readonly string[], occasion: string, notice: Notice): Promise<void> {
    if (people.length === 0) return;
    const told = await this.notifications.insert(tx, people, occasion, notice);
    const awaited = awaitedBy(notice);
    // Told late, it may be about what is done already.
    if (told.length > 0 && awaited) await this.notifications.settle(tx, [awaited.matterId]);
    await wake(tx, 'zhaoguan_notification', told);
  }
}
