import { refuse } from '@zhaoguan/contracts';
import { guarded, hasNumberInCharacters, normalizeText } from '@zhaoguan/kernel';

/** Of whom the words must not speak. */
export interface PersonsOfFiling {
  /** Head and contact, as filed. */
  readonly names: readonly (string | null)[];
  /** What may hold such a name itself: the public register has it anyway. */
  readonly institutionName: string;
  readonly uscc: string;
}

const NUMBERS = '身份证号、电话、银行账号等号码';
const FINDERS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: NUMBERS, pattern: /\d{11,}[Xx]?|\d{14,17}[Xx]/ },
  { what: NUMBERS, pattern: /(?<!\d)0\d{2,3}\d{7,8}(?!\d)/ },
  { what: '电子邮箱', pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/ },
];
const LINE_END = /\r\n?|[\n\u2028\u2029]/;
/** People break numbers up: 138 0000 0001, 138-0000-0001, 610116 19900101 0019. */
const BETWEEN_DIGITS = /(?<=\d)[\s\-–—‐.·()（）]+(?=[\dXx])/gu;

/** Between the parts of a name stands one dot or another, a blank, or nothing. */
const joined = (text: string): string => text.normalize('NFKC').replace(/[\s·•‧∙・･⋅.．。]/gu, '');
/** Letters of Korean and letters that modify look like a dot or a bar. */
const OTHER_MARKS = /[^\p{L}]|\p{Script=Hangul}|\p{Lm}/gu;
/** A name of several parts is told by its letters, whatever stands between and about them: nobody else is called so. */
const letters = (text: string): string => text.normalize('NFKC').replace(OTHER_MARKS, '');
/** In whatever order its parts stand. */
const partsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKC')
    .split(OTHER_MARKS)
    .filter((part) => part.length > 1);
const isNamed = (words: string, name: string): boolean => {
  if (letters(name) === name) return joined(words).includes(joined(name));
  const [said, parts] = [letters(words), partsOf(name)];
  return said.includes(letters(name)) || (parts.length > 1 && parts.every((part) => said.includes(part)));
};

/** `139x1234x5678`, `l39l2345678`: letters between the figures of a telephone, or in place of one. */
const MIXED = /(?<![\dA-Za-z])[\dA-Za-z×]{11,15}(?![\dA-Za-z])/g;
const hasMixedNumber = (words: string): boolean =>
  (words.match(MIXED) ?? []).some((run) =>
    /^1[3-9]\d{9}$/.test(
      run
        .replace(/[lI|]/g, '1')
        .replace(/[oO]/g, '0')
        .replace(/[A-Za-z×]/g, ''),
    ),
  );

/**
 * Words that become public name no natural person and carry no number of one. They are refused, not masked: what is left after
 * masking would still be published under the authority's name without anybody having read it.
 * @returns the words in the one spelling in which they are kept
 * @throws PERSONAL_DATA_IN_PUBLIC_WORDS naming what was found, without repeating it
 */
export function publicWords(text: string, { names, institutionName, uscc }: PersonsOfFiling): string {
  const words = text.split(LINE_END).map(normalizeText).filter(Boolean).join('\n');
  const ofPersons = words.normalize('NFKC').replaceAll(institutionName.normalize('NFKC'), '');
  const compact = ofPersons.replace(BETWEEN_DIGITS, '').replaceAll(uscc, '');
  const found = FINDERS.filter(({ pattern }) => pattern.test(compact)).map(({ what }) => what);
  const written = ofPersons.replaceAll(uscc, '').trim();
  // What is masked in the notes of the case is a number of a person here as well, however it is broken up.
  if ((guarded(written) ?? '') !== written || hasNumberInCharacters(written) || hasMixedNumber(written))
    found.push(NUMBERS);
  const named = names.some((name) => name !== null && name.length > 1 && isNamed(compact, name));
  const all = [...new Set(found), ...(named ? ['负责人或者联系人的姓名'] : [])];
  if (all.length === 0) return words;
  throw refuse('PERSONAL_DATA_IN_PUBLIC_WORDS', { found: all }, [
    {
      pointer: '/reason',
      code: 'PERSONAL_DATA_IN_PUBLIC_WORDS',
      message: `这段文字将向社会公开，不能含有${all.join('、')}，请删去后再公开`,
    },
  ]);
}
