import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { decodeCursor, DomainError, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import type { Notification } from '../domain/notification';
import { NotificationStore } from '../store/notification.store';

export interface NotificationQuery {
  readonly unread?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** What a person was told (站内通知), and what of it they have read. */
@Injectable()
export class Notifications {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifications: NotificationStore,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  async list(
    caller: Caller,
    { unread = false, limit, cursor }: NotificationQuery,
  ): Promise<Page<Notification>> {
    const before = cursor === undefined ? undefined : numberIn(cursor);
    const rows = await this.work.read(caller, (manager) =>
      this.notifications.list(manager, caller.id, { unread, limit, before }),
    );
    return pageOf(
      rows,
      limit,
      (notification) => notification,
      ({ id }) => encodeCursor([id]),
    );
  }

  /** Oldest first, behind the one with this number. */
  listAfter(caller: Caller, after: number, limit: number): Promise<Notification[]> {
    return this.work.read(caller, (manager) =>
      this.notifications.listAfter(manager, caller.id, after, limit),
    );
  }

  /** Number of the newest, and how many are unread. */
  position(caller: Caller): Promise<{ readonly latest: number; readonly unread: number }> {
    return this.work.read(caller, async (manager) => ({
      latest: await this.notifications.latest(manager, caller.id),
      unread: await this.notifications.countUnread(manager, caller.id),
    }));
  }

  /** Marks these as read, or all up to a number; what has been read already stays as it is. @returns how many are unread */
  markRead(
    caller: Caller,
    which: { readonly ids?: readonly number[]; readonly upTo?: number },
  ): Promise<number> {
    return this.work.run(caller, async (tx) => {
      await this.notifications.markRead(tx, which);
      return this.notifications.countUnread(tx.manager, caller.id);
    });
  }
}

function numberIn(cursor: string): number {
  const [id, ...more] = decodeCursor(cursor);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1 || more.length > 0)
    throw new DomainError('INVALID_CURSOR');
  return id;
}
