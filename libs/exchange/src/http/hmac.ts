import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { stringToSign, type Algorithm, type SignedParts } from '../domain/signature';

const NAMES = { SM3: 'sm3', SHA256: 'sha256' } as const satisfies Record<Algorithm, string>;

/** Lower-case hex. */
export function digestOf(algorithm: Algorithm, body: string | Uint8Array): string {
  return createHash(NAMES[algorithm]).update(body).digest('hex');
}

/** A hash that is fed piece by piece. */
export const hashFor = (algorithm: Algorithm) => createHash(NAMES[algorithm]);

/** HMAC over the string to be signed; its key are the bytes of the secret as it is written. */
export function sign(algorithm: Algorithm, secret: string, parts: SignedParts): string {
  return createHmac(NAMES[algorithm], secret).update(stringToSign(parts)).digest('hex');
}

/** Both are 64 hex digits; the comparison takes the same time wherever they differ. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
