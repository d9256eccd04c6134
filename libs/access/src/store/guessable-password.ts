import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4: below it, somebody who is let guess on line without a stop is in within days. */
const LEAST_SCORE = 2;

/** So many characters are looked at: the time that it takes grows by the square, and everybody waits meanwhile. */
const LOOKED_AT = 32;

/**
 * What everybody in a county would try for a colleague: the product, the place, the offices and what they look after, in Pinyin, and what
 * China's lists of stolen passwords begin with. The lists of the library are English.
 */
const TRIED_HERE = `
  zhaoguan xian changan weiyang yanta beilin shaanxi shanxi chongqing beijing china zhongguo minzheng
  minzhengju weijian weijianwei weijianju weisheng zhengfu jiaoyu xiaofang shijian zhujian yanglao
  yanglaoyuan jinglaoyuan tuoyu tuoyuyuan youeryuan beian dengji xuke jiancha shili ceshi mima mima123
  shouli laonianren hushi caqmzj mzj wjw wjj abc test user pass
  guanli guanliyuan admin yonghu denglu xitong gongzuo woaini woaini1314 iloveyou 1314520 5201314
  7758521 nihao laopo baobao aini1314
`
  .trim()
  .split(/\s+/);
/** Codes of provinces, cities and counties (GB/T 2260), which people here know by heart. */
const DIVISION_CODE = /[1-6]\d{5}/g;

/** What people put about such words: a year, figures in a row, signs. */
const FILLING = /(?:19|20)\d\d|0?123(?:4(?:5(?:6(?:7(?:89?0?)?)?)?)?)?|[^a-z0-9]/g;
/** So many characters of their own make it more than such words. */
const LEAST_OWN = 4;

/** What is left of it without the words that are tried here; lower case, for so they are tried too. */
function ownPart(password: string, known: readonly string[]): string {
  const longestFirst = known.filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ' '), password.toLowerCase())
    .replace(FILLING, '');
}

let estimator: ZxcvbnFactory | undefined;

/** Whether it is one of those that everybody tries first, or the user name with some signs about it (`password1234`, `1qaz2wsx3edc`). */
export function isGuessable(password: string, username: string): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const looked = password.slice(0, LOOKED_AT);
  const codes = looked.match(DIVISION_CODE) ?? [];
  const known = [username.slice(0, LOOKED_AT), ...TRIED_HERE, ...codes, codes.join('')];
  return ownPart(looked, known).length < LEAST_OWN || estimator.check(looked, known).score < LEAST_SCORE;
}
