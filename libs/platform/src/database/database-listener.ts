import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { APP_DATABASE, LOGGER } from '../tokens';

/** What processes tell each other by NOTIFY, when a transaction commits; see `Tx.notify`. */
export type Channel =
  'zhaoguan_outbox' | 'zhaoguan_notification' | 'zhaoguan_notification_done' | 'zhaoguan_tokens_ended';

export interface ChannelHandlers {
  readonly heard: (payload: string) => void;
  /** The connection stands again after it was lost: what was told meanwhile was not heard. */
  readonly reconnected: () => void;
}

const RETRY_MS = 1_000;
/** A connection whose other end is gone without a word is found out by asking. */
const CHECK_MS = 20_000;
const ANSWER_WITHIN_MS = 10_000;

/** The one connection of this process that waits for what other processes tell (LISTEN), made anew whenever it is lost. */
@Injectable()
export class DatabaseListener {
  private readonly handlers = new Map<Channel, ChannelHandlers>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private check: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Listens from now on. The first subscription connects. @throws when the database does not answer */
  async subscribe(channel: Channel, handlers: ChannelHandlers): Promise<void> {
    this.handlers.set(channel, handlers);
    await this.connect();
    // A connection that was being made may have passed this channel by already.
    await this.client?.query(`listen ${channel}`);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.check);
    clearTimeout(this.retry);
    await this.connecting?.catch(() => undefined);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  /** One attempt at a time: whoever comes meanwhile waits for the same one. */
  private async connect(): Promise<void> {
    if (this.client) return;
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined;
    });
    await this.connecting;
  }

  private async open(): Promise<void> {
    const options = this.database.options as { url?: string; extra?: { options?: string } };
    const client = new Client({
      connectionString: options.url,
      options: options.extra?.options,
      application_name: 'zhaoguan-listener',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    });
    client.on('error', (error) => this.lose(client, error));
    client.on('notification', ({ channel, payload }) =>
      this.handlers.get(channel as Channel)?.heard(payload ?? ''),
    );
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.check ??= setInterval(() => this.ask(), CHECK_MS).unref();
  }

  private ask(): void {
    const { client } = this;
    client?.query('select 1').catch((error: unknown) => this.lose(client, error));
  }

  private lose(client: Client, error: unknown): void {
    if (this.client !== client || this.stopped) return;
    this.logger.warn({ err: error }, 'the listening connection was lost; it is made anew');
    this.client = undefined;
    client.end().catch(() => undefined);
    this.reconnect();
  }

  private reconnect(): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        () => this.handlers.forEach(({ reconnected }) => reconnected()),
        () => !this.stopped && this.reconnect(),
      );
    }, RETRY_MS);
  }
}
