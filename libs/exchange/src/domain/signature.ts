/** Hash of digests and HMAC: SM3 (GM/T 0004), or SHA-256 where a platform has no SM3. */
export const ALGORITHMS = ['SM3', 'SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** How far the clock of a partner may be off, in either direction. */
const CLOCK_SKEW_SECONDS = 300;

const FIRST_LINE = 'ZHAOGUAN-EXCHANGE-V1';
const NONCE = /^[\w-]{16,64}$/;
const SECONDS = /^\d{10}$/;
const HEX = /^[0-9a-f]{64}$/;

/** What is signed, in either direction. */
export interface SignedParts {
  readonly method: string;
  /** Path and query as they are sent. */
  readonly path: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: string;
  readonly nonce: string;
  /** Hash of the body (of an uploaded file: of its bytes), lower-case hex; of nothing where nothing is sent. */
  readonly digest: string;
}

/** What a request brings along to be known by. */
export interface Credentials extends Pick<SignedParts, 'timestamp' | 'nonce' | 'digest'> {
  readonly keyId: string;
  readonly signature: string;
}

/** The string to be signed (待签名字符串): six lines, parted by line feeds, none at the end. docs/guide/exchange.md has an example. */
export function stringToSign({ method, path, timestamp, nonce, digest }: SignedParts): string {
  return [FIRST_LINE, method.toUpperCase(), path, timestamp, nonce, digest].join('\n');
}

/** The headers of a signed request; undefined when one is missing or has another shape. */
export function readCredentials(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Credentials | undefined {
  const given = (name: string, shape: RegExp): string | undefined => {
    const value = headers[`x-exchange-${name}`];
    return typeof value === 'string' && shape.test(value) ? value : undefined;
  };
  const keyId = given('key', /^[\w-]{1,64}$/);
  const timestamp = given('timestamp', SECONDS);
  const nonce = given('nonce', NONCE);
  const digest = given('digest', HEX);
  const signature = given('signature', HEX);
  const complete =
    keyId !== undefined &&
    timestamp !== undefined &&
    nonce !== undefined &&
    digest !== undefined &&
    signature !== undefined;
  return complete ? { keyId, timestamp, nonce, digest, signature } : undefined;
}

export function isTimely(timestamp: string, now: Date): boolean {
  return Math.abs(Number(timestamp) - now.getTime() / 1000) <= CLOCK_SKEW_SECONDS;
}
