import { plainDigits } from './digits';
import { maskPhone } from './phone';
import { checkResidentId, maskResidentId } from './resident-id';
import { checkUscc } from './uscc';

/** As a telephone types them that writes Chinese; also the digits of other scripts that stand for the same figures. */
const OTHER_DIGITS = /[\p{Nd}①-⑳]+[Ｘｘ]?/gu;
/** What people put between the figures of one number: 138/1234/5678, 138 - 1234 - 5678, 138·1234·5678. */
const JOINT = '[\\s\\-‐-―−－.．。·•・‧∙/／\\\\＼_＿,，、;；:：|｜~～*＊()（）]{1,3}';
const J = `(?:${JOINT})?`;
const COUNTRY = `(?:(?:\\+|＋|00)?86${J})?`;

/** Whatever stands in it, a number of 18 that is broken up as one writes an identity number, or not at all. */
const RESIDENT_ID = /(?<![0-9A-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![0-9A-Za-z])/g;
/** Broken up in any other way, where a day of birth tells it from other figures that stand in a row. */
const SPACED_ID = new RegExp(
  `(?<![0-9A-Za-z])${[
    ...Array<string>(6).fill('\\d'),
    `(?:1${J}[89]|2${J}0)`,
    '\\d',
    '\\d',
    `(?:0${J}[1-9]|1${J}[0-2])`,
    `(?:0${J}[1-9]|[12]${J}\\d|3${J}[01])`,
    '\\d',
    '\\d',
    '\\d',
    '[\\dXx]',
  ].join(J)}(?![0-9A-Za-z])`,
  'g',
);
const WITH_BIRTH = /^\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
const DATE_WITHIN = /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/;

/** Also with the code of the country, as telephones paste it. */
const MOBILE = new RegExp(
  `(?<!\\d)${COUNTRY}(1[3-9]\\d${J}\\d{4}${J}\\d{4}|1[3-9]\\d${JOINT}\\d{3}${JOINT}\\d{5})(?!\\d)`,
  'g',
);
/** Broken up in two at least with blanks or hyphens only: 138 12 345 678. Fewer breaks are two numbers side by side. */
const SPACED_MOBILE = /(?<![\d.])(?<!\d[ -])1[ -]?[3-9](?:[ -]?\d){9}(?![ -]?\d|\.\d)/g;
const LEAST_BREAKS = 2;
/** With an area code: 029-85290000, (029) 8529 0000. */
const LANDLINE = new RegExp(
  `(?<!\\d)(?:0\\d{2,3}[ -]?\\d{7,8}|(?:010|02\\d|0[3-9]\\d{2})${J}[2-9]\\d{2,3}${J}\\d{4})(?!\\d)`,
  'g',
);
/** A row of years is a list, not a telephone number: 150、2025、2026. */
const LIST_OF_YEARS = /[,，、;；]\s?(?:19|20)\d\d[,，、;；]\s?(?:19|20)\d\d$/;
/** Figures with decimals: 1381234.5678. */
const DECIMALS = /^\d{4,}[.．]\d+$/;

const together = (number: string): string => number.replace(/[^\dXx]/g, '').toUpperCase();

/** A number of 18 figures may be the code of a legal person, and six figures, a day and four figures no identity number. */
function resident(written: string): string {
  const id = together(written);
  if (checkResidentId(id).ok) return maskResidentId(id);
  const ofLegalPerson = checkUscc(id).ok && !WITH_BIRTH.test(id);
  return ofLegalPerson || DATE_WITHIN.test(written) ? written : maskResidentId(id);
}

function telephone(written: string): string {
  if (LIST_OF_YEARS.test(written) || DECIMALS.test(written)) return written;
  return maskPhone(together(written));
}

/** So many figures in characters stand in no name and no year; a telephone or an identity number does. */
const FIGURE = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两';
const IN_CHARACTERS = new RegExp(`[${FIGURE}](?:[\\s-]?[${FIGURE}]){6,}`, 'gu');
/** 一二三四五六七层: one after the other. */
const COUNTING = '一二三四五六七八九';
/** Some in figures, some in characters: 139一二三四5678. */
const IN_BOTH = new RegExp(`(?=\\d*[${FIGURE}])[\\d${FIGURE}]{11,}`, 'u');

/** Whether a number is written out in characters (一三八一二三四五六七八). */
export const hasNumberInCharacters = (words: string): boolean =>
  (words.match(IN_CHARACTERS) ?? []).some((figures) => !COUNTING.includes(figures)) || IN_BOTH.test(words);

/** Words without the numbers of persons: others than the applicant may be named in them (个人信息保护法第二十八条). */
export function guarded(words: string | null): string | null {
  const text = words?.trim() ?? '';
  return text === '' ? null : toApplicant(text).replace(LANDLINE, telephone);
}

/**
 * What an official writes to an applicant: as above, but a telephone of an office stays, for it says where to ask. Empty when nothing is
 * written.
 */
export function toApplicant(words: string): string {
  return words
    .trim()
    .replace(OTHER_DIGITS, (digits) => plainDigits(digits.normalize('NFKC')))
    .replace(RESIDENT_ID, resident)
    .replace(SPACED_ID, resident)
    .replace(MOBILE, (written: string, number: string) => {
      const masked = telephone(number);
      return masked === number ? written : masked;
    })
    .replace(SPACED_MOBILE, (written) =>
      (written.match(/[ -]/g) ?? []).length < LEAST_BREAKS ? written : telephone(written),
    );
}

/** As cameras and programs put it before a number: IMG610116…, scan610116…. */
const NAMED_ID = /(?<=[A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g;
/** No system of files takes the asterisk in a name. */
const IN_NAMES = '＊';

/** The name of a file without the numbers of persons; one that holds none stays as it is, however its figures are written. */
export function guardedFileName(name: string): string {
  const named = name.replace(NAMED_ID, (id) => (WITH_BIRTH.test(id) ? maskResidentId(id) : id));
  const masked = guarded(named) ?? '';
  const hidden = (text: string) => text.split('*').length;
  return hidden(masked) > hidden(name) ? masked.replaceAll('*', IN_NAMES) : name;
}
