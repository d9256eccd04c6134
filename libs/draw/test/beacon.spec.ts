import { faultInWriting, isCanonicalBeaconValue, parseBeacon, parseBeaconValue } from '@zhaoguan/draw';

const ssq = { source: 'fucai-ssq', round: '2026135' };
const kl8 = { source: 'fucai-kl8', round: '2026301' };
const drand = { source: 'drand', round: '4711' };
const twenty = Array.from({ length: 20 }, (_, i) => String(4 * i + 1).padStart(2, '0')).join(',');

describe('canonical beacon values', () => {
  it('[DR-21] takes the one spelling of each source apart', () => {
    expect(parseBeaconValue(ssq, '2026135:03,08,12,21,27,33|09')).toEqual({
      ok: true,
      parts: [{ source: 'fucai-ssq', issue: '2026135', red: [3, 8, 12, 21, 27, 33], blue: 9 }],
    });
    expect(isCanonicalBeaconValue(kl8, `2026301:${twenty}`)).toBe(true);
    expect(isCanonicalBeaconValue(drand, 'ab'.repeat(32))).toBe(true);
  });

  it('[DR-21] joins several sources in the order of the announcement', () => {
    const both = { source: 'fucai-ssq+drand', round: '2026135+4711' };
    const values = ['2026135:03,08,12,21,27,33|09', 'ab'.repeat(32)];
    expect(isCanonicalBeaconValue(both, values.join(';'))).toBe(true);
    expect(isCanonicalBeaconValue(both, values.toReversed().join(';'))).toBe(false);
    expect(parseBeaconValue(both, values[0]!)).toEqual({
      ok: false,
      reason: '公告有 2 个公开随机数的来源，填写了 1 个值（各值以半角分号分隔）',
    });
  });

  it.each([
    ['2026135:08,03,12,21,27,33|09', '红球号码应由小到大排列，且不得重复'],
    ['2026135:03,03,12,21,27,33|09', '红球号码应由小到大排列，且不得重复'],
    ['2026135:00,08,12,21,27,33|09', '红球号码应在 01 至 33 之间'],
    ['2026135:03,08,12,21,27,34|09', '红球号码应在 01 至 33 之间'],
    ['2026135:03,08,12,21,27,33|17', '蓝球号码应在 01 至 16 之间'],
    ['2026135:03,08,12,21,27,33|00', '蓝球号码应在 01 至 16 之间'],
    ['2026136:03,08,12,21,27,33|09', '开奖期号应为公告所定的 2026135 期，填写的是 2026136 期'],
  ])('[DR-21] refuses the 双色球 value %s', (value, reason) => {
    expect(parseBeaconValue(ssq, value)).toEqual({ ok: false, reason });
  });

  it.each([
    '03 08 12 21 27 33 + 09',
    '2026135:3,8,12,21,27,33|9',
    '2026135：03,08,12,21,27,33|09',
    '2026135:03,08,12,21,27|09',
    ' 2026135:03,08,12,21,27,33|09',
    '2026135:03,08,12,21,27,33|09\n',
    '',
  ])('[DR-21] shows how 双色球 is written when given %j', (value) => {
    expect(parseBeaconValue(ssq, value)).toEqual({
      ok: false,
      reason: '双色球应写作“期号:六个红球|蓝球”，号码两位、半角逗号分隔，如 2026135:03,08,12,21,27,33|09',
    });
  });

  it('[DR-21] refuses other spellings of 快乐8 and drand', () => {
    for (const value of [
      twenty,
      `2026301:${twenty},80`,
      `2026301:${twenty.replace('77', '81')}`,
      `2026302:${twenty}`,
    ]) {
      expect(isCanonicalBeaconValue(kl8, value)).toBe(false);
    }
    for (const value of ['AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)}\n`, '0x'.padEnd(66, 'a')]) {
      expect(isCanonicalBeaconValue(drand, value)).toBe(false);
    }
  });

  it.each([
    [{ source: 'dice', round: '1' }, '不认识的公开随机数的来源“dice”'],
    [{ source: 'fucai-ssq+drand', round: '2026135' }, '公开随机数的来源有 2 个，期号（轮次）却有 1 个'],
    [{ source: 'drand+drand', round: '1+2' }, '同一公开随机数的来源不能出现两次'],
    [{ source: 'fucai-ssq', round: '135' }, '期号（轮次）“135”不合规范：双色球期号为七位数字，如 2026135'],
    [{ source: 'drand', round: '007' }, '期号（轮次）“007”不合规范：drand 轮次为不带前导零的正整数'],
  ])('[DR-21] refuses to announce %j', (beacon, reason) => {
    expect(parseBeacon(beacon)).toEqual({ ok: false, reason });
  });
});

describe('a beacon value that is being written', () => {
  const whole = '2026135:03,08,12,21,27,33|09';

  it('has no fault as long as it can still become right, nor when it is', () => {
    for (let length = 0; length <= whole.length; length += 1) {
      expect([length, faultInWriting(ssq, whole.slice(0, length))]).toEqual([length, undefined]);
    }
    expect(faultInWriting(kl8, `2026301:${twenty}`)).toBeUndefined();
    expect(faultInWriting(drand, 'ab')).toBeUndefined();
    // As it stands while numbers are being picked.
    expect(faultInWriting(ssq, '2026135:|09')).toBeUndefined();
    expect(faultInWriting(ssq, '2026135:03,08|')).toBeUndefined();
  });

  it.each([
    ['2026135:03,08,34', '红球号码应在 01 至 33 之间'],
    ['2026135:03,03', '红球号码应由小到大排列，且不得重复'],
    ['2026135:|17', '蓝球号码应在 01 至 16 之间'],
    ['2026136:', '开奖期号应为公告所定的 2026135 期，填写的是 2026136 期'],
    ['2026136:03,08,12,21,27,33|09', '开奖期号应为公告所定的 2026135 期，填写的是 2026136 期'],
    ['2026135：', expect.stringMatching(/^双色球应写作/) as string],
    ['2026135:3,', expect.stringMatching(/^双色球应写作/) as string],
    ['2026135:03,08,12,21,27,33,3', expect.stringMatching(/^双色球应写作/) as string],
    ['2026135:03|09|', expect.stringMatching(/^双色球应写作/) as string],
  ])('is faulted as soon as it cannot: %s', (written, fault) => {
    expect(faultInWriting(ssq, written)).toEqual(fault);
  });

  it('is faulted by the source it is of', () => {
    expect(faultInWriting(kl8, '2026301:81')).toBe('号码应在 01 至 80 之间');
    expect(faultInWriting(drand, '0x')).toBe('drand 随机值应为 64 位小写十六进制');
  });
});
