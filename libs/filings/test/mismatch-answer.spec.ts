import fc from 'fast-check';
import { answerInWords, besideFiled, isAnswered } from '../src/domain/mismatch-answer';

const AREA = { pointer: '/institution/indoorAreaM2', label: '室内使用面积', requires: null };

/** One item that a visit found otherwise, and how it is filed now. */
const mismatch = (filed: string | null, found: string, now: string | null) =>
  besideFiled([{ ...AREA, filed, found, matches: false }], [{ ...AREA, filed: now }]);
const answers = (...[filed, found, now]: Parameters<typeof mismatch>) =>
  isAnswered(mismatch(filed, found, now));

describe('what was found on the spot, beside what is filed now', () => {
  it.each([
    ['40 平方米', '35', '35 平方米', true],
    ['40 平方米', '实测约３５平方米', '35 平方米', true],
    ['40 平方米', '不是 40，实有 35.5', '35.5 平方米', true],
    ['1200 平方米', '1,150 平方米', '1150 平方米', true],
    ['40 平方米', '35', '40 平方米', false],
    ['40 平方米', '35', '38 平方米', false],
    ['40 平方米', '135', '35 平方米', false],
    ['40 平方米', '明显偏小', '35 平方米', false],
    ['示例路1号', '门牌实为示例路 2 号。', '示例路2号', true],
    ['示例路1号', '示例路2号', '陕西省西安市长安区示例路2号', true],
    ['示例路1号', '示例路2号', '示例路3号', false],
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

  it('is answered only where everything is, and leaves out what matched', () => {
    const beds = { pointer: '/institution/capacity', label: '托位数', requires: null };
    const fire = { pointer: '/site/FIRE_SAFETY', label: '消防', filed: null, requires: '通道畅通' };
    const visit = [
      { ...AREA, filed: '40 平方米', found: '35', matches: false },
      { ...beds, filed: '5 个', found: null, matches: true },
    ];
    const now = [
      { ...AREA, filed: '35 平方米' },
      { ...beds, filed: '5 个' },
    ];
    expect(answerInWords(besideFiled(visit, now))).toBe(
      '室内使用面积：原填报40 平方米，现场35，现填报35 平方米',
    );
    expect(isAnswered(besideFiled(visit, now))).toBe(true);
    expect(
      isAnswered(besideFiled([...visit, { ...fire, found: '堆物', matches: false }], [...now, fire])),
    ).toBe(false);
    expect(isAnswered([])).toBe(false);
  });
});
