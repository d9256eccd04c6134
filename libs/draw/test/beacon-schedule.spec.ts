import {
  beaconNote,
  beaconTiming,
  faultOfRound,
  firstIssueAfter,
  isDue,
  knownAt,
  notBefore,
  spanOfRound,
} from '@zhaoguan/draw';
import fc from 'fast-check';

const ssq = (round: string) => ({ source: 'fucai-ssq', round });
const kl8 = (round: string) => ({ source: 'fucai-kl8', round });
const drand = (round: string) => ({ source: 'drand', round });
const at = new Date('2026-11-20T02:00:00Z');

describe('the day of a beacon round', () => {
  it('[DR-23] counts the drawing days of the year, and leaves room for the closures', () => {
    // 1 January 2026 is a Thursday.
    expect(spanOfRound(ssq('2026001'))).toEqual({
      earliest: new Date('2026-01-01T13:15:00Z'),
      latest: new Date('2026-01-21T13:15:00Z'),
    });
    expect(spanOfRound(ssq('2026135'))!.earliest).toEqual(new Date('2026-11-10T13:15:00Z'));
    expect(spanOfRound(kl8('2026301'))!.earliest).toEqual(new Date('2026-10-28T13:30:00Z'));
  });

  it('[DR-23] of drand lies between its two chains', () => {
    expect(spanOfRound(drand('1'))).toEqual({
      earliest: new Date('2020-07-22T15:17:30Z'),
      latest: new Date('2023-08-23T15:09:27Z'),
    });
    expect(spanOfRound(drand('40000000'))!.earliest > at).toBe(true);
  });

  it.each([
    ['an issue of last year', [ssq('2025151')], 'YES'],
    ['an issue of this year long past', [ssq('2026100')], 'YES'],
    ['an issue whose day the closures decide', [ssq('2026135')], 'PERHAPS'],
    ['an issue after today', [ssq('2026145')], 'NO'],
    ['an issue of next year', [kl8('2027001')], 'NO'],
    ['an issue that no year has', [ssq('2026399')], 'NO_SUCH_ROUND'],
    ['an early round of drand', [drand('6000000')], 'YES'],
    ['a round of the faster chain alone', [drand('30000000')], 'PERHAPS'],
    ['a known source beside an unknown one', [ssq('2025151'), drand('40000000')], 'NO'],
    ['two known sources', [ssq('2025151'), drand('6000000')], 'YES'],
    ['a known source beside a doubtful one', [ssq('2025151'), ssq('2026135')], 'PERHAPS'],
  ] as const)('[DR-23] %s', (_, sources, expected) => {
    expect(knownAt(sources, at)).toBe(expected);
  });

  it('[DR-25] is due when every source can have been drawn', () => {
    expect(notBefore([ssq('2026136'), kl8('2026301')])).toEqual(new Date('2026-11-12T13:15:00Z'));
    expect(isDue([ssq('2026136')], new Date('2026-11-12T13:14:59Z'))).toBe(false);
    expect(isDue([ssq('2026136')], new Date('2026-11-12T13:15:00Z'))).toBe(true);
    expect(isDue([ssq('2026136'), ssq('2026150')], at)).toBe(false);
    expect(isDue([ssq('2026399')], at)).toBe(false);
    expect(isDue([drand('9007199254740991')], at)).toBe(false);
    expect(notBefore([ssq('2026136'), ssq('2026399')])).toBeUndefined();
    expect(notBefore([])).toBeUndefined();
  });

  it.each([
    [ssq('2026135'), undefined],
    [ssq('2026157'), undefined],
    [ssq('2026158'), /2026 年没有第 158 期（至多到第 157 期）/],
    [ssq('2026999'), /没有第 999 期/],
    [kl8('2026365'), undefined],
    [kl8('2026366'), /至多到第 365 期/],
    [kl8('2028366'), undefined],
    [ssq('135'), /双色球期号为七位数字/],
    [{ source: 'fucai-ssq+fucai-kl8', round: '2026150+2026999' }, /没有第 999 期（至多到第 365 期）/],
    [drand('9007199254740991'), undefined],
  ])('is refused where the year has no such issue: %j', (beacon, expected) => {
    if (expected === undefined) expect(faultOfRound(beacon)).toBeUndefined();
    else expect(faultOfRound(beacon)).toMatch(expected);
  });

  it('never comes earlier for a later issue', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 149 }), fc.constantFrom(ssq, kl8), (issue, source) => {
        const round = (n: number) => source(`2026${String(n).padStart(3, '0')}`);
        expect(spanOfRound(round(issue + 1))!.earliest > spanOfRound(round(issue))!.earliest).toBe(true);
      }),
    );
  });
});

describe('the first issue to come', () => {
  it('is the first that cannot have been drawn yet, across the end of the year too', () => {
    const after = (instant: string, source = 'fucai-ssq') => firstIssueAfter(source, new Date(instant));
    const issue = after('2026-11-26T13:15:00Z');
    expect(issue?.earliest.toISOString()).toBe('2026-11-29T13:15:00.000Z');
    expect(spanOfRound({ source: 'fucai-ssq', round: issue!.round })?.earliest).toEqual(issue!.earliest);
    expect(after('2026-11-26T13:14:59Z')?.earliest.toISOString()).toBe('2026-11-26T13:15:00.000Z');
    expect(after('2026-12-31T15:59:59Z')).toEqual({
      round: '2027001',
      earliest: new Date('2027-01-03T13:15:00Z'),
    });
    expect(after('2026-12-31T13:30:00Z', 'fucai-kl8')?.round).toBe('2027001');
    expect(after('2026-11-26T13:15:00Z', 'drand')).toBeUndefined();
  });
});

describe('the note on a beacon', () => {
  it('is silent where the beacon cannot have been known', () => {
    expect(beaconNote(ssq('2026145'), at)).toBeUndefined();
    expect(beaconNote(ssq('not a round'), at)).toBeUndefined();
  });

  it.each([
    [ssq('2026135'), at, /不能断定.*2026-11-10/],
    [ssq('2025151'), at, /已经产生/],
    [ssq('2026399'), at, /没有这一期/],
    [ssq('2026145'), new Date('soon'), /无法识别/],
  ])('tells what to compare: %o', (beacon, announcedAt, expected) => {
    expect(beaconNote(beacon, announcedAt)).toMatch(expected);
  });

  it('[DR-25] tells that a value was entered before it could exist', () => {
    const early = new Date('2026-11-20T02:00:00Z');
    expect(beaconNote(ssq('2026145'), at, early)).toBe(
      '公开随机数的值于 2026-11-20 10:00 录入，早于它最早可能产生的时间（2026-12-03 21:15），不是真实的开奖结果，只供演示。',
    );
    expect(beaconNote(ssq('2026399'), at, early)).toMatch(/没有这一期，请核对.*没有这一期，该值无从核对/);
    expect(beaconNote(ssq('2026145'), at, new Date('2026-12-03T13:15:00Z'))).toBeUndefined();
    expect(beaconTiming(ssq('2026145'), at, early)).toEqual({
      notBefore: new Date('2026-12-03T13:15:00Z'),
      knownAtAnnouncement: 'NO',
      enteredEarly: true,
    });
    expect(beaconTiming(ssq('2026399'), at, null)).toMatchObject({ notBefore: null, enteredEarly: false });
  });
});
