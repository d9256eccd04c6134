import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { TestApp, type TestAppOptions, type TestPerson } from '@zhaoguan/testing';
import type { Test } from 'supertest';
import type { Algorithm } from '../src/domain/signature';
import { digestOf, sign } from '../src/http/hmac';

export interface Credential {
  readonly partnerId: string;
  readonly keyId: string;
  readonly secret: string;
  readonly algorithm: Algorithm;
}

export interface ReceivedWebhook {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a signed request may get wrong on purpose. */
export interface Slips {
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly digest?: string;
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A platform with its server, and an administrator who registers it. */
export class PartnerScene {
  readonly received: ReceivedWebhook[] = [];
  /** What the platform answers to the next webhooks; then 204. */
  readonly answers: number[] = [];

  private constructor(
    readonly app: TestApp,
    readonly administrator: TestPerson,
    private readonly server: Server,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<PartnerScene> {
    const app = await TestApp.start(options);
    const server = createServer();
    const scene = new PartnerScene(app, await app.person('ADMINISTRATOR'), server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString('utf8');
        scene.received.push({ path: request.url ?? '', headers: request.headers, body });
        response.writeHead(scene.answers.shift() ?? 204).end();
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return scene;
  }

  get webhookUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook?from=zhaoguan`;
  }

  async register(settings: object = {}): Promise<Credential> {
    const body = {
      name: '示例·政务服务平台',
      districts: ['610116'],
      kinds: ['ELDERLY_CARE'],
      algorithm: 'SM3',
      ...settings,
    };
    const answer = await this.app.as(this.administrator).post('/api/v1/partners').send(body).expect(201);
    return { ...(answer.body as Omit<Credential, 'algorithm'>), algorithm: body.algorithm as Algorithm };
  }

  /** A signed request of the platform. */
  send(
    by: Credential,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    content?: object,
    slips: Slips = {},
  ): Test {
    const body = content === undefined ? '' : JSON.stringify(content);
    const test = this.signed(by, method, path, body, slips);
    return content === undefined ? test : test.set('content-type', 'application/json').send(body);
  }

  upload(by: Credential, path: string, file: Buffer, slips: Slips = {}): Test {
    return this.signed(by, 'PUT', path, file, slips).attach('file', file, 'material.pdf');
  }

  async stop(): Promise<void> {
    await new Promise((closed) => this.server.close(closed));
    await this.app.stop();
  }

  private signed(
    by: Credential,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    body: string | Buffer,
    slips: Slips,
  ): Test {
    const full = `/api/v1/exchange${path}`;
    const parts = {
      method,
      path: full,
      timestamp: slips.timestamp ?? String(Math.floor(this.app.clock.now().getTime() / 1000)),
      nonce: slips.nonce ?? randomUUID(),
      digest: slips.digest ?? digestOf(by.algorithm, body),
    };
    const call = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put' } as const;
    return this.app.http[call[method]](full).set({
      ...slips.headers,
      'x-exchange-key': by.keyId,
      'x-exchange-timestamp': parts.timestamp,
      'x-exchange-nonce': parts.nonce,
      'x-exchange-digest': parts.digest,
      'x-exchange-signature': slips.signature ?? sign(by.algorithm, by.secret, parts),
    });
  }
}
