/** `<br>`, `&nbsp;`: nothing to the eye where it is shown, and a letter here. */
const MARKUP = /<\/?[A-Za-z][^<>]{0,40}>|&#?\w{1,8};/g;
/** As one sees them: l39l2345678. */
const alike = (text: string): string => text.replace(/[lI|]/g, '1').replace(/[oO]/g, '0');
/** Letters, pictures and marks that no sentence has between its figures; Han characters and punctuation it has. */
const LETTER = '(?:(?!\\p{Script=Han})\\p{L}|[\\p{Sk}\\p{So}\\p{M}_×])';
const LETTERS = `(?:\\s?${LETTER}{1,2}\\s?)?`;
const ANY = '(?:\\s?[^\\d\\s]{1,2}\\s?|\\s{1,2})';
const COUNTRY = '(?:(?:00)?86[^\\d]{0,2})?';

/** `139x12345678`, `1391х234х5678`: eleven figures and no more, wherever they are parted. */
const BY_LETTERS = new RegExp(
  `(?<!\\d${LETTER}{0,2})${COUNTRY}(1${LETTERS}[3-9](?:${LETTERS}\\d){9})(?!${LETTER}{0,2}\\d)`,
  'gu',
);
/** `1、3、9、…`: each of the eleven by itself, which no list of numbers does. */
const ONE_BY_ONE = new RegExp(`(?<!\\d)1${ANY}[3-9](?:${ANY}\\d){9}(?!\\d)`, 'u');
/** 第3.1.9、3.2.1条: clauses of a standard. */
const CLAUSE = '\\d{1,2}(?:\\.\\d{1,2}){1,3}';
const AND = '条?[、，,和及至或]第?';
const CLAUSES = new RegExp(`第${CLAUSE}(?:${AND}${CLAUSE})*条?|${CLAUSE}(?:${AND}${CLAUSE})*条`, 'gu');
/** `139年1234月5678`, as one says it. */
const BY_FOURS = new RegExp(
  `(?<!\\d)${COUNTRY}1[3-9]\\d(?<first>${ANY})(?<second>\\d{4})(?<last>${ANY})(?<third>\\d{4})(?!\\d)`,
  'gu',
);

/** A bed in millimetres, as one buys it: 1500x2000x150. */
const MEASURES = /^\d{3}[05]\s?([x×X])\s?\d{1,3}[05]\s?\1\s?\d{1,3}[05]$/u;
const YEAR = /^(?:19|20)\d\d$/;
const LISTED = /[\p{P}和及或与至到]/u;
/** What stands before a house number (示例路138号1201、1202室), and before the number of a paper (〔2026〕138号). */
const NUMBERED = /[路街巷道弄里村组段坊园区镇院幢栋第〕】\])]\s?$/u;
const OF_HOUSE = /^\s?[号弄栋幢]/u;
const ROOM = /^\s?[室房铺户]/u;

/** Three figures, four and four that are said of three things: amounts, years, houses, papers. */
function areThings(found: RegExpMatchArray, words: string): boolean {
  const { first = '', second = '', last = '', third = '' } = found.groups ?? {};
  const before = words.slice(0, found.index);
  const after = words.slice((found.index ?? 0) + found[0].length);
  const units = [first, last].map((gap) => gap.trim().charAt(0));
  const isList = LISTED.test(first.trim().slice(1) + last);
  if (isList && units.includes(after.trimStart().charAt(0))) return true;
  if (YEAR.test(second) && (last.startsWith('年') || YEAR.test(third))) return true;
  if (YEAR.test(third) && after.startsWith('年')) return true;
  return OF_HOUSE.test(first) && (NUMBERED.test(before) || ROOM.test(after));
}

/**
 * Whether a mobile number stands in the words whose figures are kept apart: by letters of whatever script or markup anywhere, by anything
 * else as a number is said (139 1234 5678) or one by one. 138号12幢, 130元、1500元, 13日15时30分 are none, and so it looks at no other groups
 * of figures between Han characters.
 * A land line without its area code (85290000) is not sought: seven or eight figures in a row are amounts, areas and numbers of papers, of
 * which such words are full, and an official would be refused for what is no telephone; with its area code it is found as ever.
 * @param words in NFKC, digits as 0 to 9
 */
export function hasHiddenMobile(words: string): boolean {
  const text = words.replace(MARKUP, 'x');
  if (ONE_BY_ONE.test(text.replace(CLAUSES, '条'))) return true;
  for (const read of [text, alike(text)])
    for (const [, number = ''] of read.matchAll(BY_LETTERS)) if (!MEASURES.test(number)) return true;
  for (const found of text.matchAll(BY_FOURS)) if (!areThings(found, text)) return true;
  return false;
}
