/** Between the parts of a name stands one dot or another, a blank, or nothing. */
const joined = (text: string): string => text.replace(/[\s·•‧∙・･⋅.．。]/gu, '');
/** Letters of Korean and letters that modify look like a dot or a bar. */
const OTHER_MARKS = /[^\p{L}]|\p{Script=Hangul}|\p{Lm}/gu;
/** A name of several parts is told by its letters, whatever stands between and about them: nobody else is called so. */
const letters = (text: string): string => text.replace(OTHER_MARKS, '');
/** In whatever order its parts stand. */
const partsOf = (name: string): readonly string[] =>
  name.split(OTHER_MARKS).filter((part) => part.length > 1);

/** Traditional signs of surnames, and those of given names that are borne most. */
const TRADITIONAL =
  '張陳劉楊黃趙吳孫馬羅鄭謝韓馮鄧許蕭葉閻蘇盧蔣賈鍾鐘譚陸韋鄒龍萬錢湯賀顧龔嚴魯喬賴歐陽諸買項熱爾' +
  '國華偉麗強軍傑濤榮蘭鳳飛豔艷紅輝銘愛慶寶珍興東雲曉靜風環潔蓮鈺瓊瑩蕓賢學義豐進遠達鋒剛勝亞嬌嫻維綺紀紅';
const SIMPLIFIED =
  '张陈刘杨黄赵吴孙马罗郑谢韩冯邓许萧叶阎苏卢蒋贾钟钟谭陆韦邹龙万钱汤贺顾龚严鲁乔赖欧阳诸买项热尔' +
  '国华伟丽强军杰涛荣兰凤飞艳艳红辉铭爱庆宝珍兴东云晓静风环洁莲钰琼莹芸贤学义丰进远达锋刚胜亚娇娴维绮纪红';
const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (sign, i): [string, string] => [sign, SIMPLIFIED.charAt(i)]),
);
const plain = (text: string): string =>
  Array.from(text.normalize('NFKC'), (sign) => SIMPLE.get(sign) ?? sign).join('');

/** Some signs that no sentence has between two characters: 李-秀英, 李*秀*英. 床位20张，平均 is not 张平, nor is 20张（平均. */
const SIGN = '(?:(?![，。；：？！、—…,;:?!/%()（）《》「」“”"\\[\\]【】])[^\\p{L}\\p{N}]){0,3}';
/** A name of three and more is seldom made by chance of what a bracket parts: 李（秀英）. */
const SIGN_OR_BRACKET = '(?:(?![，。；：？！、,;:?!/%])[^\\p{L}\\p{N}]){0,3}';
/** Whatever stands between each of three: 李1秀2英, 李、秀、英. */
const EACH = '[^\\p{L}]{1,3}';

function isSpaced(words: string, name: string): boolean {
  const signs = Array.from(name);
  const between = signs.length > 2 ? [SIGN_OR_BRACKET, EACH] : [SIGN];
  return between.some((each) => new RegExp(signs.join(each), 'u').test(words));
}

/** Whether a person of that name is spoken of, also where the name is spaced out, turned round or in traditional signs. */
export function isNamed(text: string, full: string): boolean {
  const [words, name] = [plain(text), plain(full)];
  if (letters(name) === name) return joined(words).includes(joined(name)) || isSpaced(words, name);
  const [said, parts] = [letters(words), partsOf(name)];
  return said.includes(letters(name)) || (parts.length > 1 && parts.every((part) => said.includes(part)));
}
