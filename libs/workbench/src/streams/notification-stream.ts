import type { MessageEvent } from '@nestjs/common';
import type { Notification } from '../domain/notification';
import { toNotification } from '../http/notifications.dto';

/** What a stream needs of its reader's notifications. */
export type ReadAfter = (after: number) => Promise<readonly Notification[]>;

/** Notifications in one read; what is beyond is read next. */
export const STREAM_BATCH = 100;

/** One open stream: it has sent everything up to a number, and sends what comes behind it, in order and once. */
export class NotificationStream {
  private running = false;
  private again = false;

  /** @param sent number of the notification that its reader has seen last */
  constructor(
    private sent: number,
    private readonly readAfter: ReadAfter,
    private readonly send: (message: MessageEvent) => void,
  ) {}

  /** Sends what is new. Asked again meanwhile, it looks once more, so that nothing is left behind. */
  async deliver(): Promise<void> {
    this.again = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.again) {
        this.again = false;
        await this.sendNew();
      }
    } finally {
      this.running = false;
    }
  }

  private async sendNew(): Promise<void> {
    for (;;) {
      const batch = await this.readAfter(this.sent);
      for (const notification of batch) {
        this.sent = notification.id;
        this.send({ id: String(notification.id), type: 'notification', data: toNotification(notification) });
      }
      if (batch.length < STREAM_BATCH) return;
    }
  }
}
