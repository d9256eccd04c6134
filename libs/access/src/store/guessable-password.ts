import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4: below it, somebody who is let guess on line without a stop is in within days. */
const LEAST_SCORE = 2;

/** Initials of the system (照管), too short to be looked for as a word; put about a code they are no secret (`zg610116zg`). */
const INITIALS = /zg/g;
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
  renmin gongwuyuan yewuyuan yuangong jiankang kouling diannao woshishui woshi zaijian yanshi huawei xiaomi
  nian yue ri weiqu weiquzhen fuwu zhongxin shehui fuli shenfenzheng qinshihuang dayanta
  zaq1 2wsx xsw2 3edc cde3 4rfv vfr4 5tgb bgt5 6yhn nhy6 7ujm mju7 qazwsx qwer asdf zxcv
`
  .trim()
  .split(/\s+/);
/** Given names of two syllables that most people bear, after one of the most frequent surnames. */
const GIVEN = `
  jianguo jianjun jianhua guoqiang zhiqiang haitao xiaoming xiaohong xiaoli xiaoyan xiuying guiying xiulan yulan
  guilan lijuan guoping aiguo shufen shuzhen jianping zhigang yongqiang chunmei xiuzhen meili xinyi zixuan
`
  .trim()
  .split(/\s+/);
const SURNAME =
  '(?:wang|li|zhang|liu|chen|yang|zhao|huang|zhou|wu|xu|sun|hu|zhu|gao|lin|he|guo|ma|luo|liang|song|zheng|xie|han|tang|feng|yu|dong|xiao|cheng|cao|yuan|deng|fu|shen|zeng|peng|lv|su|lu|jiang|cai|jia|ding|wei|xue|ye|yan|pan|du|dai|xia|zhong|tian|ren|fan|fang|shi|yao|tan|liao|zou|xiong|jin|hao|kong|bai|cui|kang|mao|qiu|qin|gu|hou|shao|meng|long|wan|duan|lei|qian|yin)';
/** One syllable as Pinyin spells it. */
const SYLLABLE = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouv]{1,3}(?:ng|n|r)?)';
/** A name, which everybody tries for a colleague: surname and one syllable (zhangsan, liming), or a given name of these. */
const NAME = new RegExp(`^${SURNAME}(?:${SYLLABLE}|${GIVEN.join('|')})$`);

/** Codes of provinces, cities and counties (GB/T 2260), which people here know by heart. */
const DIVISION_CODE = /[1-6]\d{5}/g;

/** What people put about such words: a day, a year, figures in a row, signs. */
const FILLING = /(?:19|20)\d\d(?:[01]\d[0-3]\d)?|0?123(?:4(?:5(?:6(?:7(?:89?0?)?)?)?)?)?|[^a-z0-9]/g;
/** So many characters of their own make it more than such words. */
const LEAST_OWN = 4;

/** A name in Pinyin, with nothing about it but what everybody puts there. */
const isName = (password: string): boolean =>
  NAME.test(
    password
      .toLowerCase()
      .replace(FILLING, '')
      .replaceAll(/\d{1,3}$/g, ''),
  );

/** What is left of it without the words that are tried here; lower case, for so they are tried too. */
function ownPart(password: string, known: readonly string[]): string {
  const longestFirst = known.filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ' '), password.toLowerCase())
    .replace(FILLING, ' ')
    .replace(INITIALS, '')
    .replaceAll(' ', '');
}

let estimator: ZxcvbnFactory | undefined;

/** Whether it is one of those that everybody tries first, or the user name with some signs about it (`password1234`, `1qaz2wsx3edc`). */
export function isGuessable(password: string, username: string): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const looked = password.slice(0, LOOKED_AT);
  const codes = looked.match(DIVISION_CODE) ?? [];
  const known = [username.slice(0, LOOKED_AT), ...TRIED_HERE, ...codes, codes.join('')];
  if (isName(looked)) return true;
  return ownPart(looked, known).length < LEAST_OWN || estimator.check(looked, known).score < LEAST_SCORE;
}
