import { refuse } from '@zhaoguan/contracts';
import { checkUscc, holdsMail, holdsPersonalNumber, normalizeText, plainDigits } from '@zhaoguan/kernel';
import { isNamed } from './names-in-words';

/** Of whom the words must not speak. */
export interface PersonsOfFiling {
  /** Head and contact, as filed. */
  readonly names: readonly (string | null)[];
  /** What may hold such a name itself: the public register has it anyway. */
  readonly institutionName: string;
  readonly uscc: string;
}

const NUMBERS = '身份证号、电话、银行账号等号码';
const MAIL = '电子邮箱';
const LINE_END = /\r\n?|[\n\u2028\u2029]/;
/** Between the figures of a code or the characters of a name. */
const BETWEEN = '[\\s\\-–—‐.·()（）]*';
const BETWEEN_DIGITS = /(?<=\d)[\s\-–—‐.·()（）]+(?=[\dXx])/gu;
/** Of other legal persons, which are no secret. One of figures alone may be an identity number. */
const CODES = /(?<![0-9A-Za-z])(?=[0-9]{0,16}[A-Z])[0-9A-Z]{18}(?![0-9A-Za-z])/g;
const withoutCodes = (words: string, own: string): string =>
  words
    .replace(new RegExp(Array.from(own).join(BETWEEN), 'gu'), '')
    .replace(CODES, (code) => (checkUscc(code).ok ? '代码' : code));

/**
 * Words that become public name no natural person and carry no number of one. They are refused, not masked: what is left after
 * masking would still be published under the authority's name without anybody having read it.
 * @returns the words in the one spelling in which they are kept
 * @throws PERSONAL_DATA_IN_PUBLIC_WORDS naming what was found, without repeating it
 */
export function publicWords(text: string, { names, institutionName, uscc }: PersonsOfFiling): string {
  const words = text.split(LINE_END).map(normalizeText).filter(Boolean).join('\n');
  const ofPersons = plainDigits(words.normalize('NFKC')).replaceAll(
    plainDigits(institutionName.normalize('NFKC')),
    '',
  );
  const written = withoutCodes(ofPersons, uscc).trim();
  const found = [...(holdsPersonalNumber(written) ? [NUMBERS] : []), ...(holdsMail(written) ? [MAIL] : [])];
  const compact = written.replace(BETWEEN_DIGITS, '');
  const named = names.some((name) => name !== null && name.length > 1 && isNamed(compact, name));
  const all = [...found, ...(named ? ['负责人或者联系人的姓名'] : [])];
  if (all.length === 0) return words;
  throw refuse('PERSONAL_DATA_IN_PUBLIC_WORDS', { found: all }, [
    {
      pointer: '/reason',
      code: 'PERSONAL_DATA_IN_PUBLIC_WORDS',
      message: `这段文字将向社会公开，不能含有${all.join('、')}，请删去后再公开`,
    },
  ]);
}
