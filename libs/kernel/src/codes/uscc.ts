import type { Brand } from '../brand';

/** 统一社会信用代码: 18 characters, upper case, check digit right. */
export type Uscc = Brand<string, 'Uscc'>;

/** Kind of legal entity by the first two characters: 91 企业, 92 个体工商户, 52 民办非企业单位, 12 事业单位. */
export type UsccEntity =
  'ENTERPRISE' | 'SOLE_PROPRIETOR' | 'PRIVATE_NON_ENTERPRISE' | 'PUBLIC_INSTITUTION' | 'OTHER';

/** Why a text is no 统一社会信用代码. */
export type UsccFault = 'LENGTH' | 'CHARACTER' | 'CHECK_DIGIT';

export type UsccCheck =
  | {
      readonly ok: true;
      readonly value: Uscc;
      readonly entity: UsccEntity;
      /**
       * `ORGANISATION_CHECK_DIGIT`: the 组织机构代码 inside (characters 9 to 17) fails its own check of GB 11714. A
       * reason to look twice, not to refuse: the code as a whole is right, and registries have issued such codes.
       */
      readonly warnings: readonly 'ORGANISATION_CHECK_DIGIT'[];
    }
  | { readonly ok: false; readonly reason: UsccFault };

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z. The index is the character's value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** Characters 3 to 8 are the registry's 行政区划代码, digits only. */
const SHAPE = new RegExp(`^[${ALPHABET}]{2}[0-9]{6}[${ALPHABET}]{10}$`);
const ENTITIES: ReadonlyMap<string, UsccEntity> = new Map([
  ['91', 'ENTERPRISE'],
  ['92', 'SOLE_PROPRIETOR'],
  ['52', 'PRIVATE_NON_ENTERPRISE'],
  ['12', 'PUBLIC_INSTITUTION'],
]);

/**
 * Checks a 统一社会信用代码 as people type it: full-width characters, lower case and white space are put right first.
 * The district inside is not compared with anything: the registry may be a provincial one, or an abolished district.
 * @law GB 32100-2015；组织机构代码部分 GB 11714-1997
 */
export function checkUscc(input: string): UsccCheck {
  const code = input.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  if (code.length !== 18) return { ok: false, reason: 'LENGTH' };
  if (!SHAPE.test(code)) return { ok: false, reason: 'CHARACTER' };
  if (usccCheckDigit(code.slice(0, 17)) !== code[17]) return { ok: false, reason: 'CHECK_DIGIT' };
  return {
    ok: true,
    value: code as Uscc,
    entity: ENTITIES.get(code.slice(0, 2)) ?? 'OTHER',
    warnings: organisationCheckDigit(code.slice(8, 16)) === code[16] ? [] : ['ORGANISATION_CHECK_DIGIT'],
  };
}

/**
 * The 18th character for the first 17: (31 − Σ mod 31) mod 31. The outer remainder matters: without it Σ mod 31 = 0
 * would point behind the alphabet instead of at “0”.
 * @throws RangeError unless given 17 characters of the alphabet
 */
export function usccCheckDigit(first17: string): string {
  if (first17.length !== 17) throw new RangeError(`not 17 characters: ${first17}`);
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * valueOf(first17.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: letters count from A = 10 in the full Latin alphabet, other than in the code around it. */
function organisationCheckDigit(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(first8.charAt(i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

function valueOf(char: string): number {
  const value = ALPHABET.indexOf(char);
  if (value < 0) throw new RangeError(`not a character of the alphabet: ${char}`);
  return value;
}
