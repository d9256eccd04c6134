import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { Notice } from '../domain/notification';
import { NotificationStore } from '../store/notification.store';

/** Ids of so many people fit into one message between processes (8,000 bytes). */
const PEOPLE_IN_A_MESSAGE = 200;

/** Writes notifications (站内通知), and wakes the streams of those who have one open, when the transaction commits. */
@Injectable()
export class Tell {
  constructor(private readonly notifications: NotificationStore) {}

  /** @param occasion what it is told for: the same person is told of it once, however often this runs */
  async execute(tx: Tx, people: readonly string[], occasion: string, notice: Notice): Promise<void> {
    if (people.length === 0) return;
    const told = await this.notifications.insert(tx, people, occasion, notice);
    for (let from = 0; from < told.length; from += PEOPLE_IN_A_MESSAGE)
      await tx.notify('zhaoguan_notification', told.slice(from, from + PEOPLE_IN_A_MESSAGE).join(','));
  }
}
