/** Family names of two characters (复姓) that are still borne today. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 东郭 百里 ' +
    '呼延 申屠 钟离 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 闾丘 公羊 赫连 拓跋 完颜 第五 万俟 司寇 鲜于 ' +
    '公西 漆雕 乐正 壤驷 公良 夹谷 宰父 谷梁 亓官 巫马 段干 东门 左丘 梁丘 羊舌 微生'
  ).split(' '),
);

/**
 * A natural person's name for the public: the surname and 某, which also hides how long the given name is: 张三丰 →
 * 张某, 欧阳修 → 欧阳某. Of a name written with a middle dot (阿不都·热合曼) the first character stays.
 */
export function maskName(name: string): string {
  const chars = Array.from(name.trim());
  if (chars.length === 0) return '';
  const firstTwo = chars.slice(0, 2).join('');
  return `${chars.length > 2 && COMPOUND_SURNAMES.has(firstTwo) ? firstTwo : chars[0]}某`;
}

/** Ideographs with the dots between the parts of the names of minorities. */
const IN_IDEOGRAPHS = /^[\p{Unified_Ideograph}〇々][\p{Unified_Ideograph}〇々·•‧・]*$/u;
/** As in the passport of a foreigner. */
const IN_LETTERS = /^\p{Script=Latin}[\p{Script=Latin}\p{Mn} .,'’·-]*$/u;

/**
 * Whether a name is written as in an identity document.
 * @law 居民身份证法第四条: 居民身份证使用规范汉字填写, besides which an autonomous area may use the script of its people
 */
export function isNameOfPerson(text: string): boolean {
  const name = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return IN_IDEOGRAPHS.test(name.replaceAll(' ', '')) || IN_LETTERS.test(name);
}
