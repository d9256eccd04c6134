import fc from 'fast-check';
import { addressKey } from '@zhaoguan/kernel';

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

/** A house as the law of addresses knows it; what is null is not there. */
interface House {
  readonly number: string;
  readonly building: number | null;
  readonly storey: number | null;
  readonly room: number | null;
}
const houses: fc.Arbitrary<House> = fc.record({
  number: fc.oneof(
    fc.integer({ min: 1, max: 30 }).map(String),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('、', '-'), fc.integer({ min: 1, max: 9 }))
      .map((n) => n.join('')),
  ),
  building: fc.option(fc.integer({ min: 1, max: 13 })),
  storey: fc.option(fc.integer({ min: 1, max: 13 })),
  room: fc.option(fc.integer({ min: 1, max: 120 })),
});

/** One house, each part of it in the spelling that its number chooses. */
function spell({ number, building, storey, room }: House, ways: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = ways;
  const parts = [
    ['长安路', '長安路', '长安路0'][a % 3],
    number,
    ['号', '號', '#', '号，'][b % 4],
    building === null ? '' : ['', '（', '·'][c % 3],
    building === null ? '' : `${building}${['号楼', '號樓', '#楼'][a % 3]}`,
    building !== null && c % 3 === 1 ? '）' : '',
    storey === null
      ? ''
      : [`${storey}楼`, `${storey}层`, `${storey}F`, `${CHINESE[storey]}層`, `０${storey}樓`][d % 5],
    room === null ? '' : `${room}室`,
    ['', '。', ' ', '；', '-'][b % 5],
  ];
  return parts.join('');
}

describe('the key of an address', () => {
  it.each([
    [
      '长安路88号(东区)',
      ['长安路 88 号（东区）', '长安路８８号（东区）\u200b', '【长安路】88号东区。', '長安路088號·東區'],
    ],
    [
      '长安路88号2楼201室',
      ['长安路88号二层201室', '长安路88#2F201室', '长安路88号，２层，201室', '长安路٨٨号（2楼）201室'],
    ],
    ['长安路88号十二楼', ['长安路88号12层', '长安路88號12F。', '长安路88号十二層']],
    ['长安路3-2-201', ['长安路3—2–201', '长安路３－２－２０１']],
  ])('of %s is one for every way to write it', (address, spellings) => {
    for (const spelling of spellings) expect(addressKey(spelling)).toBe(addressKey(address));
  });

  it.each([
    ['1号楼2室', '12室'],
    ['1、2号', '12号'],
    ['1(2)室', '12室'],
    ['3、5号', '3-5号'],
    ['地下-1层', '地下1层'],
    ['两层', '二层'],
    ['A2F', '2F'],
    ['1号楼', '1号'],
    ['十二楼', '二楼'],
    ['三层村1号', '三楼村1号'],
    ['100号', '10号'],
    ['8栋08室', '8栋8室'],
  ])('is another one for %s than for %s', (one, other) => {
    expect(addressKey(`长安路${one}`)).not.toBe(addressKey(`长安路${other}`));
  });

  it('is the same for one house and another one for another house, in whatever spelling', () => {
    const ways = fc.array(fc.nat(59), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(houses, houses, ways, ways, (one, other, way, way2) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(addressKey(spell(one, way))).toBe(addressKey(spell(one, way2)));
        expect(addressKey(spell(one, way)) === addressKey(spell(other, way2))).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('is its own key', () => {
    const pieces = fc.constantFrom(
      '路',
      '號',
      '#',
      '楼',
      '层',
      'F',
      '室',
      '-',
      '0',
      '1',
      '20',
      '十',
      '二',
      '(',
      '、',
      '٣',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const key = addressKey(parts.join(''));
        return addressKey(key) === key;
      }),
      { numRuns: 5000 },
    );
  });
});
