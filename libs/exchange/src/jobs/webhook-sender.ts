import { lookup } from 'node:dns/promises';
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type AppConfig } from '@zhaoguan/platform';
import { guardOf } from './address-guard';

const TIMEOUT_MS = 10_000;

export interface Webhook {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends a webhook. The name is looked up here and the connection goes to the very address that was checked, so that a name cannot
 * lead elsewhere in between. Redirects are not followed, and of the answer only its status is read.
 */
@Injectable()
export class WebhookSender {
  private readonly mayReach: (address: string) => boolean;

  constructor(@Inject(CONFIG) config: AppConfig) {
    this.mayReach = guardOf(config);
  }

  /** @returns why it did not arrive; null when the partner answered 2xx */
  async send({ url, body, headers }: Webhook): Promise<string | null> {
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const address = await this.addressOf(host);
    if (typeof address !== 'string') return address.failure;
    const options: RequestOptions = {
      method: 'POST',
      timeout: TIMEOUT_MS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      agent: false,
      lookup: pinned(address),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Zhaoguan-Exchange/1',
        ...headers,
      },
    };
    return new Promise((resolve) => {
      const send = target.protocol === 'https:' ? tlsRequest : plainRequest;
      const request = send(target, options, (answer) => {
        const { statusCode = 0 } = answer;
        answer.destroy();
        resolve(statusCode >= 200 && statusCode < 300 ? null : `HTTP ${statusCode}`);
      });
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
      // An answer that changes the protocol (101) is neither an answer nor an error: the connection is closed, and that is all.
      request.on('close', () => resolve('CLOSED'));
      request.end(body);
    });
  }

  private async addressOf(host: string): Promise<string | { readonly failure: string }> {
    const found = isIP(host)
      ? [{ address: host }]
      : await lookup(host, { all: true }).catch((error: NodeJS.ErrnoException) => error);
    if (found instanceof Error) return { failure: found.code ?? 'DNS' };
    const allowed = found.find(({ address }) => this.mayReach(address));
    return allowed?.address ?? { failure: 'ADDRESS_NOT_ALLOWED' };
  }
}

/** Whatever is asked for, the address that was checked. */
function pinned(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family));
}
