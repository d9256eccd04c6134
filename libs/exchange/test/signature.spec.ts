import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isTimely, readCredentials, stringToSign } from '../src/domain/signature';
import { digestOf, isSame, sign } from '../src/http/hmac';

const PAGE = readFileSync(resolve(__dirname, '../../../docs/guide/exchange.md'), 'utf8');
const blocks = [...PAGE.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text = '']) => text);
const [body = '', secret = '', signed = ''] = blocks;

describe('the signature of an exchange', () => {
  it('is the one of the example that partners are given, byte by byte', () => {
    const [, method = '', path = '', timestamp = '', nonce = ''] = signed.split('\n');
    expect(PAGE).toContain(`请求内容（${Buffer.byteLength(body)} 字节）`);
    for (const algorithm of ['SM3', 'SHA256'] as const) {
      const digest = digestOf(algorithm, body);
      const parts = { method, path, timestamp, nonce, digest };
      if (algorithm === 'SM3') expect(stringToSign(parts)).toBe(signed);
      expect(PAGE).toContain(`| \`${algorithm}\` | \`${digest}\` | \`${sign(algorithm, secret, parts)}\` |`);
      expect(PAGE).toContain(`\`${algorithm}\` 是 \`${digestOf(algorithm, '')}\``);
    }
  });

  it('is another one for every part that is another', () => {
    const parts = { method: 'GET', path: '/a', timestamp: '1', nonce: 'n', digest: 'd' };
    const one = sign('SM3', secret, parts);
    const others = Object.keys(parts).map((part) => sign('SM3', secret, { ...parts, [part]: 'x' }));
    expect(new Set([one, ...others, sign('SM3', 'other', parts)]).size).toBe(7);
    expect(isSame(one, one)).toBe(true);
    expect(others.some((other) => isSame(one, other))).toBe(false);
    expect(isSame(one, one.slice(1))).toBe(false);
  });

  it('needs all five headers, each in its shape', () => {
    const hex = 'a'.repeat(64);
    const headers = {
      'x-exchange-key': 'ex-1',
      'x-exchange-timestamp': '1795140000',
      'x-exchange-nonce': 'sixteen-or-more-characters',
      'x-exchange-digest': hex,
      'x-exchange-signature': hex,
    };
    expect(readCredentials(headers)).toMatchObject({ keyId: 'ex-1', digest: hex });
    for (const name of Object.keys(headers)) {
      expect(readCredentials({ ...headers, [name]: undefined })).toBeUndefined();
      expect(readCredentials({ ...headers, [name]: 'a b' })).toBeUndefined();
      expect(readCredentials({ ...headers, [name]: [hex, hex] })).toBeUndefined();
    }
  });

  it('is good for five minutes on either side', () => {
    const now = new Date('2026-11-20T02:00:00Z');
    const at = (seconds: number) => isTimely(String(now.getTime() / 1000 + seconds), now);
    expect([at(-301), at(-300), at(300), at(301)]).toEqual([false, true, true, false]);
  });
});
