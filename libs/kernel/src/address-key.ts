const UNSEEN =
  /[\u034f\u180b-\u180f\ufe00-\ufe0f\p{Cc}\p{Zs}\p{Co}\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\ufff0-\ufffb]/gu;

/** Where the digits of other scripts begin that NFKC leaves as they are (Unicode Nd, the Basic Multilingual Plane); each has ten in a row. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];
/** The words that addresses are made of, and the dashes between the figures of a number (3-2-201). */
const SIGNS =
  '號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋單棟樹馬頭鐵車華興寧陽陰漢溝嶺廟觀學醫養廈壩線環際實驗蘭灘澤鳳麗總組屬馮劉張陳楊趙黃吳鄭‐‒–—―−─━~〜';
const PLAIN_SIGNS =
  '号长区县镇乡陕东门龙湾广场楼层庄园桥开发经济产业后连云韦单栋树马头铁车华兴宁阳阴汉沟岭庙观学医养厦坝线环际实验兰滩泽凤丽总组属冯刘张陈杨赵黄吴郑----------';

const SILENT = `!"'(),./:;?\\[\\\\\\]_\\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・`;
/** What makes up a number: between two of them a sign parts them (1、2号 is not 12号), anywhere else it says nothing. */
const FIGURE = '-0-9A-Za-z〇零一二三四五六七八九十百千甲乙丙丁';
const CHINESE = '[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';

/** Made at the first key: pages that compare no address do not load it. */
const spelling = () => ({
  plain: new Map<string, string>([
    ...ZEROS.flatMap((zero) =>
      Array.from('0123456789', (digit, i): [string, string] => [String.fromCharCode(zero + i), digit]),
    ),
    ...Array.from(SIGNS, (sign, i): [string, string] => [sign, PLAIN_SIGNS.charAt(i)]),
  ]),
  atTheEnd: new RegExp(`[-${SILENT}]+$`, 'u'),
  sayingNothing: new RegExp(
    `(?<![${FIGURE}${SILENT}])[${SILENT}]+|[${SILENT}]+(?![${FIGURE}${SILENT}])`,
    'gu',
  ),
  numberSign: new RegExp(`(?<=[${FIGURE}])#`, 'gu'),
  leadingZeros: new RegExp(`([路街巷道段村组里弄区园庄])0+(?=[0-9][-0-9${SILENT}]*(?:号|弄))`, 'gu'),
  /** The storey that an address names last: at its end, or before the number of a room. 两层 is how many there are. */
  storey: new RegExp(
    `^(|.*[^${FIGURE}])0*([1-9][0-9]?|${CHINESE})(?:楼|层|[Ff])((?:[0-9][^楼层Ff]*)?)$`,
    'u',
  ),
});
let made: ReturnType<typeof spelling> | undefined;

/**
 * By what two spellings of one address are known to be the same: full and half width alike (NFKC), digits of any script, traditional signs,
 * 1# as 1号, 二楼, 2层 and 2F as 2楼, a house number without zeros before it, without white space, what nobody sees, and punctuation that
 * parts no numbers. Compared, never shown. The same key as the SQL function `platform.address_key`; the key of a key is that key.
 */
export function addressKey(address: string): string {
  made ??= spelling();
  const { plain } = made;
  return Array.from(address.normalize('NFKC').replace(UNSEEN, ''), (sign) => plain.get(sign) ?? sign)
    .join('')
    .replace(made.atTheEnd, '')
    .replace(made.sayingNothing, '')
    .replace(made.numberSign, '号')
    .replace(made.leadingZeros, '$1')
    .replace(
      made.storey,
      (_, before: string, figures: string, room: string) => `${before}${storey(figures)}楼${room}`,
    );
}

/** 二 is 2, 十二 is 12, 二十 is 20; digits are what they are. */
function storey(figures: string): string {
  const value = (sign: string | undefined, none: number) =>
    sign ? '〇一二三四五六七八九'.indexOf(sign) : none;
  if (/^[0-9]/u.test(figures)) return figures;
  const [tens = '', ones] = figures.includes('十') ? figures.split('十') : ['〇', figures];
  return String(10 * value(tens, 1) + value(ones, 0));
}
