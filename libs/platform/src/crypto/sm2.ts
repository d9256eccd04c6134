import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { nodeSm3 } from './sm3';

/** User id of GM/T 0009: what everybody uses who agreed on none. */
export const SM2_USER_ID = '1234567812345678';

const PUBLIC_KEY = /^04[0-9a-f]{128}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;
const KEY_ID_BYTES = 8;
/** sm2p256v1 of GM/T 0003.5: y² = x³ − 3x + b over p, of order n. */
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** A fresh private key, 64 hex digits. */
export function newSm2PrivateKey(): string {
  return sm2.generateKeyPairHex().privateKey.padStart(64, '0');
}

/** The point on the curve, uncompressed, 130 hex digits beginning with 04. */
export function sm2PublicKey(privateKey: string): string {
  return sm2.getPublicKeyFromPrivateKey(privateKey);
}

/** Names a key by itself: the first bytes of the SM3 of its 65 bytes, hex. Nobody has to keep a register of names. */
export function sm2KeyId(publicKey: string): string {
  return Buffer.from(nodeSm3(Buffer.from(publicKey, 'hex')).subarray(0, KEY_ID_BYTES)).toString('hex');
}

/** SM2 with SM3 (GM/T 0003.2) over the bytes: r ‖ s, 128 hex digits. */
export function signSm2(bytes: Uint8Array, privateKey: string): string {
  return sm2.doSignature(digestOf(bytes, sm2PublicKey(privateKey)), privateKey);
}

/** Whether this is the signature of these bytes by this key; false also for what is no signature or no key at all. */
export function verifySm2(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  if (!isSignature(signature) || !isSm2PublicKey(publicKey)) return false;
  return sm2.doVerifySignature(digestOf(bytes, publicKey), signature, publicKey);
}

/**
 * What is signed (GM/T 0003.2, 6.1, A1 and A2): SM3 of user and key, then of the bytes. By OpenSSL: the library writes the bytes out as hex digits
 * first, and 65 ms instead of 2 stood between a paper of 300 kB and its signature, for everybody who waited for this process.
 */
function digestOf(bytes: Uint8Array, publicKey: string): Uint8Array {
  return createHash('sm3').update(sm2.getZ(publicKey, SM2_USER_ID)).update(bytes).digest();
}

/** r and s lie in 1 … n − 1; the library fails at others instead of refusing them. */
function isSignature(text: string): boolean {
  if (!SIGNATURE.test(text)) return false;
  return [text.slice(0, 64), text.slice(64)].every((half) => number(half) > 0n && number(half) < N);
}

/** An uncompressed point that lies on the curve. */
export function isSm2PublicKey(text: string): boolean {
  if (!PUBLIC_KEY.test(text)) return false;
  const [x, y] = [number(text.slice(2, 66)), number(text.slice(66))];
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}

const number = (hex: string): bigint => BigInt(`0x${hex}`);
