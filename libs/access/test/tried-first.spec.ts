import { SystemRng } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { initialPassword } from '../src/domain/initial-password';
import { isTriedFirst } from '../src/domain/tried-first';

const USERNAME = 'sun.mz-07';

describe('a password that is tried first', () => {
  it.each([
    ['a telephone', '13912345678a a13912345678 qq13912345678 wx13912345678 139-1234-5678-ab +8613912345678x'],
    ['an identity number', '610116199001010019 61011619900101001x a610116199001010019'],
    ['the user name', 'sun.mz-07 SUN.MZ-07a1 sunmz07@123 2026sunmz07 sun.mz-07-ab1 ab-sun.mz-07'],
    ['initials', 'ww19851203 lm1990-01-01 zg610116zg 19851203wzg zs123456789 wlj851203! 1985.12.3ab'],
    [
      'Pinyin of one to four syllables',
      `shengri0101 shengrikuaile1 bangongshi301 bangongshi1 juzhang123 kezhang123 keyuan12345 shuju12345 dianhua123
       shouji12345 ruanjian123 anquan2026 baomi12345 woaimama123 woaizhongguo1 lianhuqu123 gaoxinqu123 yanglaoban1 minzhengban2
       wanglijun1975 lixiaolong1 liudehua123 sunwukong123 ouyangxiu123 simaguang1 zhang3li4wang5 Zhang_San#5566
       2026zhangsan nvshi12345 lvse123456 ceshizhanghao1 xi'an20260101`,
    ],
    [
      'a name or a place, a year and a few characters more',
      `Zhangsan2026ab ab-zhangsan-2026 Zhang_San#2026ab zhangsan2026qwk Zhang2026xyq7 liming1990w7z Weiqu2026liming9x
       tongzhou-lamp-2026 Zhaoguan2026ab Changan2026xyz Zhaoguan2026zhangsanab xi'an-2026-abcd`,
    ],
    [
      'words of the county',
      'xiancity123 changanmz01 caqyanglao1 cawjj2026 minzheng610116 sx-xian-2026 Changan@123',
    ],
    [
      'characters in a row',
      'Aa12345678! Aa123456789 147258369a a147258369 159357abc qweasdzxc1 abcd1234efgh 987654321Ab Aaaa111111',
    ],
    ['a season or a month and a year', 'Spring2026! March2026! 2026-October autumn@2026 Monday1111'],
  ])('is %s', (_, passwords) => {
    for (const password of passwords.split(/\s+/))
      expect([password, isTriedFirst(password, USERNAME)]).toEqual([password, true]);
  });

  it.each([
    'Correct-horse-1',
    'Another-horse-2',
    'tongzhou lantern 2026',
    'zhangsan teapot 2026',
    'dongfang yinhang henhao 7',
    'Kb-7:changan-Wq',
    'zhaoguan lamp river 81',
    'wang-teapot-liming7',
    'lihua river 1990',
    'three words 4 you',
    'Kq7-zebra-lunar-op4',
    'bx7fw2kq9t',
    '13912345678-river',
    'sun.mz-07-river',
    'ab83920174',
  ])('is not %s', (password) => {
    expect(isTriedFirst(password, USERNAME)).toBe(false);
  });

  const drawn = (alphabet: string, maxLength: number) =>
    fc.array(fc.constantFrom(...alphabet), { maxLength }).map((all) => all.join(''));
  const known = fc.constantFrom(
    '13912345678',
    '19851203',
    '610116',
    'zhaoguan',
    USERNAME,
    'qwertyuiop',
    '12345678',
    'spring',
  );

  it('is whatever is known, with up to four characters before and behind', () => {
    fc.assert(
      fc.property(known, drawn('abgkxz!@#', 2), drawn('abgkxz!@#', 2), (word, before, behind) =>
        isTriedFirst(`${before}${word}${behind}`, USERNAME),
      ),
    );
  });

  it('is any name of up to four syllables with a year and up to four characters, before or behind', () => {
    const name = fc
      .array(fc.constantFrom('zhang', 'li', 'san', 'ming', 'hua', 'ouyang', 'xue'), {
        minLength: 1,
        maxLength: 2,
      })
      .map((all) => all.join(''))
      .filter((said) => said.length > 2);
    fc.assert(
      fc.property(
        name,
        fc.integer({ min: 1940, max: 2040 }),
        drawn('bkxz!@#', 4),
        fc.boolean(),
        fc.constantFrom('', '-', '_'),
        (said, year, more, isBefore, sign) =>
          isTriedFirst(
            isBefore ? `${more}${said}${sign}${year}` : `${said}${sign}${year}${sign}${more}`,
            USERNAME,
          ),
      ),
    );
  });

  it('is any Pinyin of up to four syllables, whatever figures and signs stand about it', () => {
    const syllables = fc.array(
      fc.constantFrom(
        'zhuang',
        'xi',
        'an',
        'er',
        'lve',
        'jiong',
        'shui',
        'qu',
        'hua',
        'o',
        'nv',
        'ri',
        'cong',
      ),
      { minLength: 1, maxLength: 4 },
    );
    const figures = drawn('0123456789', 8);
    fc.assert(
      fc.property(
        syllables,
        figures,
        figures,
        fc.constantFrom('', '-', '@', ' '),
        (said, before, behind, sign) => isTriedFirst(`${before}${said.join(sign)}${behind}`, USERNAME),
      ),
    );
  });

  it('is never one that the system has made', () => {
    const rng = new SystemRng();
    for (let i = 0; i < 2_000; i += 1) expect(isTriedFirst(initialPassword(rng), USERNAME)).toBe(false);
  });
});
