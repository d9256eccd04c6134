import type { Rng } from '@zhaoguan/kernel';

/** Without characters that are read wrongly aloud or on paper: 0 O o 1 l I, and without vowels, so without words. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const DIGITS = '23456789';
const PATTERN = 'LLLL-DDLL-LLDD-LLLL';

/**
 * An initial password (初始密码), to be changed at the first sign-in: 12 letters and 4 digits, about 63 bits of chance.
 */
export function initialPassword(rng: Rng): string {
  return PATTERN.replace(/[LD]/g, (kind) => pick(kind === 'L' ? LETTERS : DIGITS, rng));
}

/** Bytes beyond the largest multiple of the alphabet are thrown away: every character is equally likely. */
function pick(alphabet: string, rng: Rng): string {
  const limit = 256 - (256 % alphabet.length);
  for (;;) {
    const [byte = limit] = rng.bytes(1);
    if (byte < limit) return alphabet.charAt(byte % alphabet.length);
  }
}
