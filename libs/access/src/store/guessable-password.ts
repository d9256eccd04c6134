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
  guanli guanliyuan admin yonghu denglu xitong gongzuo woaini woaini1314 iloveyou 1314520 5201314
  7758521 nihao laopo baobao aini1314
`
  .trim()
  .split(/\s+/);
/** Codes of provinces, cities and counties (GB/T 2260), which people here know by heart. */
const DIVISION_CODE = /[1-6]\d{5}/g;

let estimator: ZxcvbnFactory | undefined;

/** Whether it is one of those that everybody tries first, or the user name with some signs about it (`password1234`, `1qaz2wsx3edc`). */
export function isGuessable(password: string, username: string): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const looked = password.slice(0, LOOKED_AT);
  const codes = looked.match(DIVISION_CODE) ?? [];
  const known = [username.slice(0, LOOKED_AT), ...TRIED_HERE, ...codes, codes.join('')];
  return estimator.check(looked, known).score < LEAST_SCORE;
}
