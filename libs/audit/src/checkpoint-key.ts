import { sm2 } from 'sm-crypto-v2';
import { nodeSm3, SM2_USER_ID } from '@zhaoguan/platform';
import { parseNote, type SignedCheckpoint } from './domain/checkpoint';

const HINT_BYTES = 4;

/** Public half of the log's key: the point on the curve, uncompressed, 130 hex digits beginning with 04. */
export function logPublicKey(privateKey: string): string {
  return sm2.getPublicKeyFromPrivateKey(privateKey);
}

/** First bytes of SM3(origin ‖ LF ‖ 0xff ‖ "SM2" ‖ key): lets a reader find the key that a line is to be checked with. */
function hintOf(origin: string, publicKey: string): Buffer {
  const input = Buffer.concat([
    Buffer.from(`${origin}\n`),
    Buffer.from([0xff]),
    Buffer.from('SM2'),
    hex(publicKey),
  ]);
  return Buffer.from(nodeSm3(input)).subarray(0, HINT_BYTES);
}

export interface Seal {
  /** r ‖ s, 128 hex digits. */
  readonly signature: string;
  /** Key hint and signature, base64, as the note carries them. */
  readonly seal: string;
}

/** SM2 with SM3 (GM/T 0003.2) over the text. */
export function sealBody(body: string, origin: string, privateKey: string): Seal {
  const publicKey = logPublicKey(privateKey);
  const signature = sm2.doSignature(Buffer.from(body), privateKey, {
    hash: true,
    publicKey,
    userId: SM2_USER_ID,
  });
  return { signature, seal: Buffer.concat([hintOf(origin, publicKey), hex(signature)]).toString('base64') };
}

/** The checkpoint in a note. @returns undefined when the text is not one, or not signed with this key */
export function openNote(note: string, publicKey: string): SignedCheckpoint | undefined {
  const checkpoint = parseNote(note);
  if (!checkpoint) return undefined;
  const seal = Buffer.from(checkpoint.seal, 'base64');
  // The last digit before "=" carries unused bits: only one spelling of the same bytes counts.
  if (seal.toString('base64') !== checkpoint.seal) return undefined;
  if (!seal.subarray(0, HINT_BYTES).equals(hintOf(checkpoint.origin, publicKey))) return undefined;
  const signature = seal.subarray(HINT_BYTES).toString('hex');
  const signed = sm2.doVerifySignature(Buffer.from(checkpoint.body), signature, publicKey, {
    hash: true,
    userId: SM2_USER_ID,
  });
  return signed ? checkpoint : undefined;
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
