import type { Brand } from '../brand';
import { isPlainDate, type PlainDate } from '../plain-date';

/** 公民身份号码: 17 digits and a check character, X in upper case. */
export type ResidentId = Brand<string, 'ResidentId'>;

/** Why a text is no 公民身份号码. */
export type ResidentIdFault = 'LENGTH' | 'CHARACTER' | 'BIRTH_DATE' | 'CHECK_DIGIT';

export type ResidentIdCheck =
  | {
      readonly ok: true;
      readonly value: ResidentId;
      readonly birthDate: PlainDate;
      readonly sex: 'MALE' | 'FEMALE';
    }
  | { readonly ok: false; readonly reason: ResidentIdFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * Checks a 公民身份号码 as people type it: full-width characters, lower-case x and white space are put right first.
 * The old number of 15 digits is refused (`LENGTH`). The six-digit prefix is never looked up: it names the district of
 * first registration, which may be abolished long since.
 * @param today where it is given, nobody is born after it
 * @law GB 11643-1999
 */
export function checkResidentId(input: string, today?: PlainDate): ResidentIdCheck {
  const id = input.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  if (id.length !== 18) return { ok: false, reason: 'LENGTH' };
  if (!/^[0-9]{17}[0-9X]$/.test(id)) return { ok: false, reason: 'CHARACTER' };
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isPlainDate(birthDate) || (today !== undefined && birthDate > today)) {
    return { ok: false, reason: 'BIRTH_DATE' };
  }
  if (checkCharacter(id) !== id[17]) return { ok: false, reason: 'CHECK_DIGIT' };
  return { ok: true, value: id as ResidentId, birthDate, sex: Number(id[16]) % 2 === 1 ? 'MALE' : 'FEMALE' };
}

/**
 * The number for eyes that may not see it: first six and last four characters. What is too short to be a resident id
 * is hidden whole.
 */
export function maskResidentId(id: string): string {
  if (id.length < 15) return '*'.repeat(id.length);
  return `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
}

/** A resident id for the person it belongs to: all but the last four characters hidden. */
export function lastFour(residentId: string): string {
  return `${'*'.repeat(Math.max(0, residentId.length - 4))}${residentId.slice(-4)}`;
}

function checkCharacter(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id.charAt(i)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
