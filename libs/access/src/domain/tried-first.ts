/**
 * What everybody in a county would try for a colleague: the product, the place, the offices and what they look after, in Pinyin, what
 * China's lists of stolen passwords begin with, and the words that a year is put behind. Lists of other countries are the estimator's.
 */
export const TRIED_HERE: readonly string[] = `
  zhaoguan xian changan weiyang yanta beilin shaanxi shanxi chongqing beijing china zhongguo minzheng
  minzhengju weijian weijianwei weijianju weisheng zhengfu jiaoyu xiaofang shijian zhujian yanglao
  yanglaoyuan jinglaoyuan tuoyu tuoyuyuan youeryuan beian dengji xuke jiancha shili ceshi mima mima123
  shouli laonianren hushi caqmzj mzj wjw wjj abc test user pass city county district office
  guanli guanliyuan admin yonghu denglu xitong gongzuo woaini woaini1314 iloveyou 1314520 5201314
  7758521 nihao laopo baobao aini1314
  renmin gongwuyuan yewuyuan yuangong jiankang kouling diannao woshishui woshi zaijian yanshi huawei xiaomi
  nian yue weiqu weiquzhen fuwu zhongxin shehui fuli shenfenzheng qinshihuang dayanta
  spring summer autumn winter january february march april may june july august september october november
  december monday tuesday wednesday thursday friday saturday sunday
`
  .trim()
  .split(/\s+/);

/** Syllables of Pinyin as one types them: the initials, and the finals that stand with them. */
const FINALS_OF = {
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ue',
  '[gkh]': 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  '[jqx]': 'i ia ian iang iao ie in ing iong iu u uan ue un',
  'zh|ch|sh': 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  '[rzcs]': 'a ai an ang ao e ei en eng i ong ou u ua uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ao ei en eng o u',
  '': 'a ai an ang ao e ei en eng er o ou',
};
const SYLLABLE = Object.entries(FINALS_OF)
  .map(([initial, finals]) => `(?:${initial})(?:${finals.replaceAll(' ', '|')})`)
  .join('|');
/** A name, a word or two: whatever figures stand about them, they are looked for by lists of Pinyin. */
const PINYIN_ALONE = new RegExp(`^(?:${SYLLABLE}){1,4}$`);

const MONTH_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
/** Figures that somebody else knows: an identity number, a telephone, a day, a county (GB/T 2260), a year; also one after the other. */
const KNOWN_FIGURES = new RegExp(
  `(?<!\\d)(?:[1-6]\\d{5}(?:19|20)\\d\\d${MONTH_DAY}\\d{3}[\\dx]|(?:86)?1[3-9]\\d{9}|(?:19|20)?\\d\\d${MONTH_DAY}|[1-6]\\d{5}|(?:19|20)\\d\\d)+(?!\\d)`,
  'g',
);

/** A day with signs in it: 1985-12-3. */
const SPACED_DAY = /(?:19|20)\d\d[^a-z0-9](?:0?[1-9]|1[0-2])[^a-z0-9](?:[12]\d|3[01]|0?[1-9])/g;

/** As they lie on a keyboard, or follow one another. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '012345678901234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'zaqxswcdevfrbgtnhymju',
  'qweasdzxc',
  '147258369',
  '159357',
].flatMap((row) => [row, Array.from(row).reverse().join('')]);
const LEAST_LETTERS = 4;
const LEAST_FIGURES = 3;
const SAME = /(.)\1{2,}/g;

function withoutRows(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    let length = 0;
    while (at + length < text.length && ROWS.some((row) => row.includes(text.slice(at, at + length + 1))))
      length += 1;
    const least = /^\d+$/.test(text.slice(at, at + length)) ? LEAST_FIGURES : LEAST_LETTERS;
    if (length < least) rest += text.charAt(at);
    at += length < least ? 1 : length;
  }
  return rest;
}

const SIGNS = /[^a-z0-9]/g;
/** So many characters about what is known are put there by everybody: initials, a figure, a letter for the rule. */
const MOST_ABOUT_IT = 4;

/** What is left of it without what is known; what stood apart stays apart. */
function ownPart(text: string, words: readonly string[]): string {
  const unworded = words.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return withoutRows(unworded.replace(SPACED_DAY, ' ').replace(KNOWN_FIGURES, ' ')).replace(SAME, '');
}

const isShort = (text: string): boolean => text.replace(SIGNS, '').length <= MOST_ABOUT_IT;

/** Shorter Pinyin is found in any letters. */
const SHORTEST_NAME = 3;

/**
 * Whether it is one name in Pinyin and little more. The name of a person or a place is known to whoever guesses, and no list holds all of them;
 * a year, a day or a figure that somebody knows has been taken out before.
 * @see NIST SP 800-63B-4 §3.1.1.2 (context-specific words)
 */
function isNameAndLittle(own: string): boolean {
  const parts = own.split(SIGNS).filter(Boolean);
  const names = parts.filter((part) => PINYIN_ALONE.test(part));
  const others = parts.filter((part) => !names.includes(part));
  if (isPinyin(names.join('')) && isShort(others.join(''))) return true;
  const length = parts.join('').length;
  return parts.some((part) => holdsName(part, MOST_ABOUT_IT - (length - part.length)));
}

const isPinyin = (text: string): boolean => text.length >= SHORTEST_NAME && PINYIN_ALONE.test(text);

/** Whether it is Pinyin but for so many characters before and behind it. */
function holdsName(part: string, most: number): boolean {
  for (let before = 0; before <= most; before += 1)
    for (let behind = 0; before + behind <= most; behind += 1)
      if (isPinyin(part.slice(before, part.length - behind))) return true;
  return false;
}

/**
 * Whether it is what somebody who knows the person and the county tries first: the user name, a telephone, a day, words of the county,
 * characters in a row, or initials, and about these no more than four characters; or Pinyin of one to four syllables with figures, or with what
 * is known and no more than four characters besides.
 */
export function isTriedFirst(password: string, username: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const name = username.normalize('NFKC').toLowerCase();
  if (PINYIN_ALONE.test(text.replace(/[^a-z]/g, ''))) return true;
  const words = [...TRIED_HERE, name, name.replace(SIGNS, '')]
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length);
  // Signs part two things (wang-1985), or one (1985-12-03).
  const own = ownPart(text, words);
  return isShort(own) || isShort(ownPart(text.replace(SIGNS, ''), words)) || isNameAndLittle(own);
}
