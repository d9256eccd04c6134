import { DRAW_SPEC } from './types';

/** SM3 (GB/T 32905-2016) of the bytes: 32 bytes. Injected, so the draw runs wherever some SM3 does. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

export const HASH_LENGTH = 32;
const LENGTH_PREFIX = 4;
/** Room for the fixed fields, a seed, two ids of 64 bytes and two integers. */
const SCRATCH_LENGTH = 512;

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte]!;
  return hex;
}

/** The caller has checked that the text is lower-case hex of even length. */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** `LP(p1) ‖ LP(p2) ‖ …`: each part after its length in four bytes, so that no two lists of parts give the same bytes. */
export function lengthPrefixed(parts: readonly Uint8Array[]): Uint8Array {
  const framed = new Uint8Array(parts.reduce((sum, part) => sum + LENGTH_PREFIX + part.length, 0));
  const view = new DataView(framed.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    framed.set(part, at + LENGTH_PREFIX);
    at += LENGTH_PREFIX + part.length;
  }
  return framed;
}

/** `H(tag, p1, p2, …)` of the specification. */
export function taggedHash(hash: Hash, tag: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return hash(lengthPrefixed([utf8(DRAW_SPEC), utf8(tag), ...parts]));
}

/**
 * `H(tag, seed, …)` for very many short messages: the fixed beginning is written once, and one view is kept per
 * message length. The hash must not keep the array it is given.
 */
export class SeededHash {
  private readonly bytes = new Uint8Array(SCRATCH_LENGTH);
  private readonly data = new DataView(this.bytes.buffer);
  private readonly views: (Uint8Array | undefined)[] = [];
  private readonly start: number;
  private length: number;

  constructor(
    private readonly hash: Hash,
    tag: string,
    seed: Uint8Array,
  ) {
    const prefix = lengthPrefixed([utf8(DRAW_SPEC), utf8(tag), seed]);
    this.bytes.set(prefix);
    this.start = prefix.length;
    this.length = prefix.length;
  }

  reset(): this {
    this.length = this.start;
    return this;
  }

  /** Appends `LP(source[from..to])`. */
  field(source: Uint8Array, from: number, to: number): this {
    this.data.setUint32(this.length, to - from);
    this.length += LENGTH_PREFIX;
    for (let i = from; i < to; i++) this.bytes[this.length++] = source[i]!;
    return this;
  }

  /** Appends `LP(id)`; ids are ASCII, so no encoder is needed. */
  id(id: string): this {
    this.data.setUint32(this.length, id.length);
    this.length += LENGTH_PREFIX;
    for (let i = 0; i < id.length; i++) this.bytes[this.length++] = id.charCodeAt(i);
    return this;
  }

  /** Appends `LP(u32(value))`. */
  u32(value: number): this {
    this.data.setUint32(this.length, 4);
    this.data.setUint32(this.length + LENGTH_PREFIX, value);
    this.length += LENGTH_PREFIX + 4;
    return this;
  }

  digest(): Uint8Array {
    return this.hash((this.views[this.length] ??= this.bytes.subarray(0, this.length)));
  }
}
