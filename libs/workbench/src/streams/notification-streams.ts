import { Inject, Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { isTokenGood, PersonStore, type AccessToken } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { SystemClock } from '@zhaoguan/kernel';
import { DatabaseListener, LOGGER } from '@zhaoguan/platform';
import { Observable, type Subscriber } from 'rxjs';
import type { Logger } from 'pino';
import { Notifications } from '../use-cases/notifications';
import { NotificationStream, STREAM_BATCH } from './notification-stream';

/** Whose stream it is, and how long the token that opened it is worth something. */
export interface StreamReader {
  readonly caller: Caller;
  readonly token: AccessToken;
  readonly tokenExpiresAt: Date;
}

interface OpenStream {
  readonly reader: StreamReader;
  readonly stream: NotificationStream;
  readonly subscriber: Subscriber<MessageEvent>;
}

/** Windows of one person; what is beyond was forgotten somewhere. */
const MOST_STREAMS = 6;
/** Proxies drop a connection over which nothing comes for a minute. */
const HEARTBEAT_MS = 20_000;

/**
 * Open streams of this process (server-sent events). One listening connection hears of new notifications, whichever
 * process made them; the table says which ones, so a stream that was interrupted goes on without a gap.
 */
@Injectable()
export class NotificationStreams implements OnModuleDestroy {
  private readonly open = new Set<OpenStream>();
  /** Whose streams are on their way to be open. */
  private readonly beginning: string[] = [];
  private subscribed: Promise<void> | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  /** A token's end is an instant of the machine that dated it, not of the system's clock. */
  private readonly clock = new SystemClock();

  constructor(
    private readonly notifications: Notifications,
    private readonly people: PersonStore,
    private readonly listener: DatabaseListener,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param lastSeen number of the notification seen last; undefined: only what comes from now on
   * @throws TOO_MANY_STREAMS
   */
  async connect(reader: StreamReader, lastSeen: number | undefined): Promise<Observable<MessageEvent>> {
    const { caller } = reader;
    const { latest, unread } = await this.begin(caller);
    // A number that was never given out, e.g. from before a restore, would wait for ever.
    const sent = Math.min(lastSeen ?? latest, latest);
    return new Observable((subscriber) => {
      subscriber.next({ id: String(sent), type: 'ready', data: { unread } });
      const readAfter = (after: number) => this.notifications.listAfter(caller, after, STREAM_BATCH);
      const stream = new NotificationStream(sent, readAfter, (message) => subscriber.next(message));
      const opened: OpenStream = { reader, stream, subscriber };
      this.open.add(opened);
      const life = reader.tokenExpiresAt.getTime() - this.clock.now().getTime();
      const end = setTimeout(() => subscriber.complete(), Math.max(0, life));
      this.deliver(opened);
      return () => {
        clearTimeout(end);
        this.open.delete(opened);
      };
    });
  }

  /** Counts those that are still on their way as well: of many that ask together no more than the most get in. */
  private async begin(caller: Caller): Promise<{ latest: number; unread: number }> {
    const onTheWay = this.beginning.filter((id) => id === caller.id).length;
    // At once: an answer that has begun can no longer be a refusal.
    if (this.of(caller.id).length + onTheWay >= MOST_STREAMS) throw refuse('TOO_MANY_STREAMS');
    this.beginning.push(caller.id);
    try {
      await this.listen();
      return await this.notifications.position(caller);
    } finally {
      this.beginning.splice(this.beginning.indexOf(caller.id), 1);
    }
  }

  /** Ends every stream in good order; their readers connect to another process. */
  onModuleDestroy(): void {
    clearInterval(this.heartbeat);
    for (const { subscriber } of this.open) subscriber.complete();
  }

  private of(personId: string): OpenStream[] {
    return [...this.open].filter(({ reader }) => reader.caller.id === personId);
  }

  /** The first stream begins to listen; a process without streams holds no connection for them. */
  private listen(): Promise<void> {
    this.subscribed ??= this.subscribe().catch((error: unknown) => {
      this.subscribed = undefined;
      throw error;
    });
    return this.subscribed;
  }

  private async subscribe(): Promise<void> {
    await this.listener.subscribe('zhaoguan_notification', {
      heard: (people) => people.split(',').forEach((id) => this.of(id).forEach((one) => this.deliver(one))),
      reconnected: () => this.open.forEach((one) => this.deliver(one)),
    });
    await this.listener.subscribe('zhaoguan_notification_done', {
      heard: (people) => people.split(',').forEach((id) => this.of(id).forEach(tellDone)),
      reconnected: () => this.open.forEach(tellDone),
    });
    await this.listener.subscribe('zhaoguan_tokens_ended', {
      heard: (id) => this.of(id).forEach((one) => this.endIfSignedOut(one)),
      reconnected: () => this.open.forEach((one) => this.endIfSignedOut(one)),
    });
    this.heartbeat = setInterval(
      () => this.open.forEach(({ subscriber }) => subscriber.next({ comment: '' } as MessageEvent)),
      HEARTBEAT_MS,
    ).unref();
  }

  private deliver({ stream, subscriber }: OpenStream): void {
    stream.deliver().catch((error: unknown) => this.fail(subscriber, error));
  }

  private endIfSignedOut({ reader, subscriber }: OpenStream): void {
    this.people.findNow(reader.caller.id).then(
      (person) => !isTokenGood(person, reader.token) && subscriber.complete(),
      (error: unknown) => this.fail(subscriber, error),
    );
  }

  /** The reader connects again and resumes, rather than wait on a stream that has a gap. */
  private fail(subscriber: Subscriber<MessageEvent>, error: unknown): void {
    this.logger.warn({ err: error }, 'a stream of notifications was interrupted');
    subscriber.complete();
  }
}

/** Something that a notification asked for is done: the reader looks again at how many are unread. */
function tellDone({ subscriber }: OpenStream): void {
  subscriber.next({ type: 'done', data: {} });
}
