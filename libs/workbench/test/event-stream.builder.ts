import type { AddressInfo } from 'node:net';
import type { TestApp, TestPerson } from '@zhaoguan/testing';

export interface StreamedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly id?: number; readonly title?: string; readonly unread?: number };
}

/** An open stream of notifications, read over a real connection like the console does: with fetch and a bearer token. */
export class EventStream {
  readonly events: StreamedEvent[] = [];
  private ended = false;
  private buffer = '';

  private constructor(
    readonly status: number,
    readonly headers: Headers,
    private readonly control: AbortController,
  ) {}

  static async open(
    url: string,
    token: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<EventStream> {
    const control = new AbortController();
    const answer = await fetch(`${url}/api/v1/notifications/stream`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: control.signal,
    });
    const stream = new EventStream(answer.status, answer.headers, control);
    void stream.read(answer.body);
    return stream;
  }

  get notifications(): StreamedEvent[] {
    return this.events.filter(({ type }) => type === 'notification');
  }

  /** @throws when it does not come to hold */
  async until(what: string, holds: () => boolean, seconds = 15): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
      await new Promise((resume) => setTimeout(resume, 20));
    }
  }

  ready(): Promise<void> {
    return this.until('ready', () => this.events.some(({ type }) => type === 'ready'));
  }

  count(number: number): Promise<void> {
    return this.until(`${number} notifications`, () => this.notifications.length >= number);
  }

  end(): Promise<void> {
    return this.until('the end of the stream', () => this.ended);
  }

  close(): void {
    this.control.abort();
  }

  private async read(body: ReadableStream<Uint8Array> | null): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body ?? []) this.take(decoder.decode(chunk, { stream: true }));
    } catch {
      // Cut, by this side or by the other: it has ended either way.
    }
    this.ended = true;
  }

  private take(text: string): void {
    const blocks = (this.buffer + text).split('\n\n');
    this.buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
      const type = fields.get('event');
      if (type === undefined) continue;
      const data = JSON.parse(fields.get('data') ?? '{}') as StreamedEvent['data'];
      this.events.push({ id: fields.get('id') ?? '', type, data });
    }
  }
}

/** Lets the app be reached over a port, and opens streams there. */
export class StreamDoor {
  private readonly opened: EventStream[] = [];
  private constructor(private readonly url: string) {}

  static async open(app: TestApp): Promise<StreamDoor> {
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    return new StreamDoor(`http://127.0.0.1:${port}`);
  }

  async stream(person: Pick<TestPerson, 'token'>, lastEventId?: number): Promise<EventStream> {
    const headers: Record<string, string> =
      lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) };
    const stream = await EventStream.open(this.url, person.token, headers);
    this.opened.push(stream);
    if (stream.status === 200) await stream.ready();
    return stream;
  }

  closeAll(): void {
    this.opened.forEach((stream) => stream.close());
  }
}
