import fc from 'fast-check';
import { answerInWords, besideFiled, isAnswered, isAsSeen, unseenSince } from '../src/domain/mismatch-answer';

const AREA = { pointer: '/institution/indoorAreaM2', label: '室内使用面积', requires: null, unit: '平方米' };

/** One item that a visit found otherwise, and how it is filed now. */
const mismatch = (
  filed: string | null,
  found: string,
  now: string | null,
  foundNumber: number | null = null,
) => besideFiled([{ ...AREA, filed, found, foundNumber, matches: false }], [{ ...AREA, filed: now }]);
const answers = (...[filed, found, now]: Parameters<typeof mismatch>) =>
  isAnswered(mismatch(filed, found, now));
const RIGHT = { found: null, foundNumber: null, matches: true } as const;

describe('what was found on the spot, beside what is filed now', () => {
  it.each([
    ['40 平方米', '35', '35 平方米', true],
    ['40 平方米', '实测约３５平方米', '35 平方米', true],
    ['40 平方米', '不是 40，实有 35.5', '35.5 平方米', false],
    ['40 平方米', '实有 35，另有 3 个房间', '3 平方米', false],
    ['40 平方米', '实有 35，另有 3 个房间', '35 平方米', false],
    ['40 平方米', '不足 35', '35 平方米', false],
    ['40 平方米', '35 以上', '35 平方米', false],
    ['1200 平方米', '1,150 平方米', '1150 平方米', true],
    ['40 平方米', '35', '40 平方米', false],
    ['40 平方米', '35', '38 平方米', false],
    ['40 平方米', '135', '35 平方米', false],
    ['60 平方米', '比填报少 40 平方米', '40 平方米', false],
    ['60 平方米', '有 5 间房', '5 平方米', false],
    ['60 平方米', '现场实际为 45.5', '45.5 平方米', true],
    ['40 平方米', '明显偏小', '35 平方米', false],
    ['示例路1号', '门牌实为示例路 2 号。', '示例路2号', true],
    ['示例路1号', '示例路2号', '陕西省西安市长安区示例路2号', false],
    ['示例路1号', '2号', '示例路2号', true],
    ['示例路1号', '二楼', '示例路1号二楼', true],
    ['示例路1号', '二楼', '示例路88号二楼', false],
    ['示例路1号', '15号', '别处路15号', false],
    ['示例路1号', '示例路2号', '示例路3号', false],
    ['示例路1号', '不是示例路3号', '示例路3号', false],
    ['示例路1号', '示例路3号，而非示例路2号', '示例路2号', false],
    ['示例路1号', '无锡路2号', '无锡路2号', true],
    ['示例路1号', '2号', '示例路12号', false],
    ['郭杜街道示例路138号院3号', '8号', '郭杜街道示例路138号院8号', true],
    ['郭杜街道示例路138号院3号', '8号', '郭杜街道示例路8号', false],
    ['郭杜街道示例路138号院3号楼', '8号楼', '郭杜街道示例路8号楼', false],
    ['郭杜街道示例路138号二楼', '三楼', '郭杜街道示例路138号三楼', true],
    ['郭杜街道示例路138号二楼', '三楼', '郭杜街道三楼', false],
    ['郭杜街道示例路138号3号楼二层', '5号楼三层', '郭杜街道示例路138号5号楼三层', true],
    ['郭杜街道示例路138号', '三楼', '郭杜街道示例路三楼', false],
    ['示例路1号', '别处路', '示例路1号别处路', false],
    ['示例路9号', '在示例路5号，对面是示例路3号', '示例路3号', false],
    ['示例路1号三楼', '实际在一楼，登记的是示例路1号二楼', '示例路1号二楼', false],
    ['示例路1号', '示例路2号', '号', false],
    ['否', '厨房空置，是外购', '是', false],
    [null, '没有灭火器', null, false],
    ['40 平方米', '35', null, false],
  ])('filed %s, found %s, filed now %s: %s', (filed, found, now, answered) => {
    expect(answers(filed, found, now)).toBe(answered);
  });

  it('is answered by the very quantity that was found, and by no other', () => {
    const size = fc.integer({ min: 1, max: 9_999 });
    fc.assert(
      fc.property(size, size, size, (filed, found, now) => {
        expect(answers(`${filed} 张`, `现场实有 ${found} 张`, `${now} 张`)).toBe(
          now === found && now !== filed,
        );
      }),
    );
  });

  it('is the number that was given as the number, whatever other numbers the words name', () => {
    const words = '45 平方米（另有 3 个房间）';
    expect(isAnswered(mismatch('60 平方米', words, '45 平方米', 45))).toBe(true);
    expect(isAnswered(mismatch('60 平方米', words, '3 平方米', 45))).toBe(false);
  });

  it('leaves nothing to another visit only where what was found right is filed as it was seen, and nothing beside it', () => {
    const beds = { pointer: '/institution/capacity', label: '托位数', requires: null, unit: '个' };
    const site = { pointer: '/institution/address', label: '详细地址', requires: null, unit: null };
    const visit = [
      { ...beds, filed: '60 个', found: '45 个', foundNumber: 45, matches: false },
      { ...site, filed: '示例路1号', ...RIGHT },
    ];
    const refiled = { ...beds, filed: '45 个' };
    const same = besideFiled(visit, [refiled, { ...site, filed: '示例路1号' }]);
    expect(isAsSeen(same)).toBe(true);
    const moved = besideFiled(visit, [refiled, { ...site, filed: '示例路9号' }]);
    expect([isAnswered(moved), isAsSeen(moved)]).toEqual([true, false]);
    expect(moved.unseen).toEqual([
      { pointer: site.pointer, label: '详细地址', seen: '示例路1号', now: '示例路9号' },
    ]);
    expect(isAsSeen(besideFiled(visit, [refiled]))).toBe(false);
    const more = besideFiled(visit, [
      refiled,
      { ...site, filed: '示例路1号' },
      { ...AREA, filed: '40 平方米' },
    ]);
    expect(more.unseen).toEqual([
      { pointer: AREA.pointer, label: '室内使用面积', seen: null, now: '40 平方米' },
    ]);
    expect(isAsSeen(more)).toBe(false);
    expect(
      unseenSince(
        besideFiled(visit, [
          { ...beds, filed: '50 个' },
          { ...site, filed: '示例路1号' },
        ]),
      ),
    ).toEqual([{ pointer: beds.pointer, label: '托位数', seen: '45 个', now: '50 个' }]);
    expect(unseenSince(same)).toEqual([]);
  });

  it('is answered only where everything is, and leaves out what matched', () => {
    const beds = { pointer: '/institution/capacity', label: '托位数', requires: null, unit: '个' };
    const fire = {
      pointer: '/site/FIRE_SAFETY',
      label: '消防',
      filed: null,
      requires: '通道畅通',
      unit: null,
    };
    const visit = [
      { ...AREA, filed: '40 平方米', found: '35', foundNumber: null, matches: false },
      { ...beds, filed: '5 个', ...RIGHT },
    ];
    const now = [
      { ...AREA, filed: '35 平方米' },
      { ...beds, filed: '5 个' },
    ];
    expect(answerInWords(besideFiled(visit, now).mismatches)).toBe(
      '室内使用面积：原填报 40 平方米，现场 35，现填报 35 平方米',
    );
    expect(isAnswered(besideFiled(visit, now))).toBe(true);
    expect(
      isAnswered(
        besideFiled(
          [...visit, { ...fire, found: '堆物', foundNumber: null, matches: false }],
          [...now, fire],
        ),
      ),
    ).toBe(false);
    expect(isAnswered({ mismatches: [] })).toBe(false);
  });
});
