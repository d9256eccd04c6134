import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Rng } from '@zhaoguan/kernel';
import type { Secrets } from '../config';
import { RNG, SECRETS } from '../tokens';

/**
 * Personal fields at rest: SM4-CBC, then HMAC-SM3 over header, IV and text (encrypt-then-MAC; OpenSSL 3.0 has no
 * SM4-GCM). The algorithm travels with every value, so that another can replace it: `sm4-1:<base64>`.
 * The context (e.g. `filing.resident-id:<id>`) is authenticated: a value copied to another row does not open.
 */
@Injectable()
export class FieldCipher {
  private readonly key: Buffer;
  private readonly macKey: Buffer;
  private readonly indexKey: Buffer;

  constructor(
    @Inject(SECRETS) secrets: Secrets,
    @Inject(RNG) private readonly rng: Rng,
  ) {
    this.key = Buffer.from(secrets.fieldKey, 'hex');
    this.macKey = Buffer.from(secrets.fieldMacKey, 'hex');
    this.indexKey = Buffer.from(secrets.indexKey, 'hex');
  }

  seal(plain: string, context: string): string {
    const iv = Buffer.from(this.rng.bytes(16));
    const cipher = createCipheriv('sm4-cbc', this.key, iv);
    const text = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]);
    return `sm4-1:${Buffer.concat([text, this.mac(text, context)]).toString('base64')}`;
  }

  /** @throws Error when the value was altered, moved to another row, or sealed under another key. */
  open(sealed: string, context: string): string {
    const [algorithm, body = ''] = sealed.split(':', 2);
    if (algorithm !== 'sm4-1') throw new Error(`unknown field encryption ${algorithm}`);
    const bytes = Buffer.from(body, 'base64');
    if (bytes.length < 64) throw new Error('an encrypted field is damaged');
    const text = bytes.subarray(0, -32);
    if (!timingSafeEqual(bytes.subarray(-32), this.mac(text, context))) {
      throw new Error('an encrypted field does not match its seal');
    }
    const decipher = createDecipheriv('sm4-cbc', this.key, text.subarray(0, 16));
    return Buffer.concat([decipher.update(text.subarray(16)), decipher.final()]).toString('utf8');
  }

  /** Blind index: equal values give equal hex, nothing else can be told from it. */
  index(plain: string, purpose: string): string {
    return createHmac('sm3', this.indexKey).update(`${purpose}\0${plain}`).digest('hex');
  }

  private mac(text: Buffer, context: string): Buffer {
    return createHmac('sm3', this.macKey).update(`sm4-1\0${context}\0`).update(text).digest();
  }
}
