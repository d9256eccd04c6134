import { setTimeout } from 'node:timers/promises';

/** What a route answered. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly etag: string | null;
}

export class RefusedCall extends Error {
  constructor(
    readonly call: string,
    readonly answer: Answer,
  ) {
    super(`${call} → ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** Calls the running system as one signed-in person, or as the public. Any refusal is thrown. */
export class HttpClient {
  constructor(
    private readonly base: string,
    private readonly token?: string,
  ) {}

  async signIn(username: string, password: string): Promise<HttpClient> {
    for (;;) {
      try {
        const { body } = await this.post('/auth/login', { username, password });
        return new HttpClient(this.base, String(body['accessToken']));
      } catch (error) {
        // Everybody signs in from one address here: a second walk within the minute meets the limit.
        const seconds =
          error instanceof RefusedCall && error.answer.status === 429 && error.answer.body['seconds'];
        if (typeof seconds !== 'number') throw error;
        await setTimeout(seconds * 1000);
      }
    }
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  /**
   * @param etag what was read before, for an act that must not meet something newer
   * @param key Idempotency-Key, for an act that may be sent again
   */
  post(path: string, body: unknown = {}, etag: string | null = null, key?: string): Promise<Answer> {
    return this.call('POST', path, JSON.stringify(body), etag, key);
  }

  patch(path: string, body: unknown, etag: string | null): Promise<Answer> {
    return this.call('PATCH', path, JSON.stringify(body), etag);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.call('PUT', path, JSON.stringify(body));
  }

  upload(path: string, name: string, content: Uint8Array): Promise<Answer> {
    return this.call('PUT', path, pdfForm(name, content));
  }

  /** A file beside others, where {@link upload} puts one in the place of the one before. */
  attach(path: string, name: string, content: Uint8Array, key: string): Promise<Answer> {
    return this.call('POST', path, pdfForm(name, content), null, key);
  }

  /** All items of a cursor-paged list. */
  async list(path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let cursor: unknown = null;
    do {
      const separator = path.includes('?') ? '&' : '?';
      const next = typeof cursor === 'string' ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await this.get(`${path}${separator}limit=100${next}`);
      items.push(...(body['items'] as Record<string, unknown>[]));
      cursor = body['nextCursor'];
    } while (typeof cursor === 'string');
    return items;
  }

  /** Bytes of a download. */
  async download(path: string): Promise<{ type: string; bytes: Buffer }> {
    const response = await fetch(`${this.base}/api/v1${path}`, { headers: this.headers() });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) {
      throw new RefusedCall(`GET ${path}`, {
        status: response.status,
        body: { text: bytes.toString() },
        etag: null,
      });
    }
    return { type: response.headers.get('content-type') ?? '', bytes };
  }

  private async call(
    method: string,
    path: string,
    body?: string | FormData,
    etag?: string | null,
    key?: string,
  ): Promise<Answer> {
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: {
        ...this.headers(),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(etag ? { 'if-match': etag } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const answer: Answer = {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      etag: response.headers.get('etag'),
    };
    if (!response.ok) throw new RefusedCall(`${method} ${path}`, answer);
    return answer;
  }

  private headers(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}

function pdfForm(name: string, content: Uint8Array): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), name);
  return form;
}
