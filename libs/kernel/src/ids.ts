import type { Clock } from './clock';
import type { Rng } from './rng';

/** How far a clock may fall back (leap smear, NTP step) before the generator follows it instead of waiting for it. */
const TOLERATED_FALLBACK_MS = 60_000;
const TAIL_BITS = 74n;
const TAIL_LIMIT = 1n << TAIL_BITS;

interface Sequence {
  millis: number;
  tail: bigint;
}

/** One sequence per clock: an id depends on its clock's own past only, so two tests cannot disturb each other. */
const sequences = new WeakMap<Clock, Sequence>();

/**
 * A new UUID version 7 in lower case: 48 bits of Unix milliseconds, 74 bits of randomness.
 *
 * Ids made with the same clock object sort as strings in the order they were made, also within one millisecond and
 * while the clock falls back by up to a minute (RFC 9562 section 6.2, method 2: the random part grows by a random step).
 */
export function newId(clock: Clock, rng: Rng): string {
  const next = advance(sequences.get(clock), clock.now().getTime(), rng);
  sequences.set(clock, next);
  return format(next);
}

/**
 * The least id of that instant: ids made from then on sort behind it, ids made before sort before it. With it a list in the
 * order of its ids is cut by time, by the same index.
 */
export function firstIdAt(instant: Date): string {
  return format({ millis: instant.getTime(), tail: 0n });
}

/** Whether `s` is a UUID of any version in the canonical lower-case form. */
export function isUuid(s: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(s);
}

function advance(last: Sequence | undefined, now: number, rng: Rng): Sequence {
  if (!last || now > last.millis || now < last.millis - TOLERATED_FALLBACK_MS) return begin(now, rng);
  const tail = last.tail + toBigInt(rng.bytes(4)) + 1n;
  return tail < TAIL_LIMIT ? { millis: last.millis, tail } : begin(last.millis + 1, rng);
}

/** The top bit of the tail starts as 0: room to count upwards within the millisecond. */
function begin(millis: number, rng: Rng): Sequence {
  return { millis, tail: toBigInt(rng.bytes(10)) & ((TAIL_LIMIT >> 1n) - 1n) };
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function format({ millis, tail }: Sequence): string {
  const time = hex(BigInt(millis), 12);
  const high = hex(tail >> 62n, 3);
  const low = hex((0b10n << 62n) | (tail & ((1n << 62n) - 1n)), 16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

function hex(value: bigint, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
