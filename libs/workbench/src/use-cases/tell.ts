import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { awaitedBy, type Notice } from '../domain/notification';
import { NotificationStore } from '../store/notification.store';
import { wake } from './wake';

/** What is told to whom. */
export interface Telling {
  readonly people: readonly string[];
  /** What it is told for: the same person is told of it once, however often this runs. */
  readonly occasion: string;
  readonly notice: Notice;
}

/** Writes notifications (站内通知), and wakes the streams of those who have one open, when the transaction commits. */
@Injectable()
export class Tell {
  constructor(private readonly notifications: NotificationStore) {}

  execute(tx: Tx, people: readonly string[], occasion: string, notice: Notice): Promise<void> {
    return this.all(tx, [{ people, occasion, notice }]);
  }

  /** Of what an event has named: told late, it may be about what is done already. That is asked once for all of them. */
  async all(tx: Tx, tellings: readonly Telling[]): Promise<void> {
    const matters = new Set<string>();
    for (const telling of tellings) {
      const told = await this.insert(tx, telling);
      const awaited = awaitedBy(telling.notice);
      if (told > 0 && awaited) matters.add(awaited.matterId);
    }
    if (matters.size > 0) await this.notifications.settle(tx, [...matters]);
  }

  /** Of what was read as waiting in this very transaction. */
  async ofWaiting(tx: Tx, people: readonly string[], occasion: string, notice: Notice): Promise<void> {
    await this.insert(tx, { people, occasion, notice });
  }

  /** @returns how many had not been told */
  private async insert(tx: Tx, { people, occasion, notice }: Telling): Promise<number> {
    if (people.length === 0) return 0;
    const told = await this.notifications.insert(tx, people, occasion, notice);
    await wake(tx, 'zhaoguan_notification', told);
    return told.length;
  }
}
