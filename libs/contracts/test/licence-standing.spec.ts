import type { PlainDate } from '@zhaoguan/kernel';
import {
  certificateEnd,
  licenceStanding,
  receiptNumberInWords,
  replacementInWords,
  serviceOf,
} from '@zhaoguan/contracts';

const day = (text: string): PlainDate => text as PlainDate;
const NUMBER = '610116-TYXK-2027-0001';
const LICENCE = {
  filingNumber: NUMBER,
  validUntil: day('2031-11-22'),
  replacedBy: null,
  endedOn: null,
  renewal: null,
  registrations: [],
  service: null,
  pendingOn: null,
};
const STANDS = { apart: true, retractedOn: null } as const;
const SUSPENSION = { ...STANDS, type: 'SUSPENSION', version: 1, effectiveOn: day('2028-01-01') } as const;
const RESUMPTION = { ...STANDS, type: 'RESUMPTION', version: 2, effectiveOn: day('2028-03-01') } as const;
const CLOSURE = { ...STANDS, type: 'CLOSURE', version: 3, effectiveOn: day('2029-06-30') } as const;
const PROLONGING = {
  ...STANDS,
  type: 'SUSPENSION',
  version: 2,
  effectiveOn: day('2028-02-20'),
  suspendedSince: day('2028-01-01'),
} as const;
const REGISTERED = { ...LICENCE, registrations: [CLOSURE, RESUMPTION, SUSPENSION] };
const UNDER_ANOTHER_NUMBER = { state: 'CLOSED', since: null, by: null } as const;

describe('where a licence stands', () => {
  it.each([
    ['ENDED', 'REVOKED', '2027年3月1日起已被撤销，不再有效'],
    ['ENDED', 'CANCELLED', '2027年3月1日起已被注销，不再有效'],
    ['EXPIRED', null, '有效期已经届满，2027年3月1日起不再有效'],
    ['SUSPENDED', null, '2027年3月1日起暂停服务'],
    ['CLOSED', null, '的机构2027年3月1日起已终止服务，不再使用'],
  ] as const)('is said of the one in the place of another: %s %s', (state, endedAs, said) => {
    const standing = { state, since: day('2027-03-01'), by: null };
    expect(replacementInWords({ number: NUMBER, standing, endedAs })).toBe(
      `代替它的许可证 ${NUMBER} ${said}。`,
    );
    const stands = { state: 'STANDS', since: null, by: null } as const;
    expect(replacementInWords({ number: NUMBER, standing: stands, endedAs: null })).toBeNull();
  });

  it('is suspended since the first day, by the registration that prolonged it last', () => {
    const prolonged = { ...LICENCE, registrations: [PROLONGING, SUSPENSION] };
    const since = '2028-01-01';
    expect(licenceStanding(prolonged, day('2028-02-19'))).toMatchObject({
      since,
      by: `${NUMBER}（登记第1号）`,
    });
    expect(licenceStanding(prolonged, day('2028-02-20'))).toEqual({
      state: 'SUSPENDED',
      since,
      by: `${NUMBER}（登记第2号）`,
    });
  });

  it.each([
    ['2027-12-31', 'STANDS', null, null],
    ['2028-01-01', 'SUSPENDED', '2028-01-01', `${NUMBER}（登记第1号）`],
    ['2028-03-01', 'STANDS', '2028-03-01', `${NUMBER}（登记第2号）`],
    ['2029-06-30', 'CLOSED', '2029-06-30', `${NUMBER}（登记第3号）`],
    ['2032-01-01', 'CLOSED', '2029-06-30', `${NUMBER}（登记第3号）`],
  ])('on %s, by what was registered', (on, state, since, by) => {
    expect(licenceStanding(REGISTERED, day(on))).toEqual({ state, since, by });
  });

  it('is as it was before what was taken back, which counts nothing, also after its day', () => {
    const retracted = { ...CLOSURE, retractedOn: day('2029-06-03') };
    const licence = { ...LICENCE, registrations: [retracted, RESUMPTION, SUSPENSION] };
    for (const on of ['2029-06-02', '2029-06-30'])
      expect(licenceStanding(licence, day(on))).toMatchObject({
        state: 'STANDS',
        by: `${NUMBER}（登记第2号）`,
      });
    const only = { ...LICENCE, registrations: [{ ...SUSPENSION, retractedOn: day('2027-12-31') }] };
    expect(licenceStanding(only, day('2028-01-01'))).toEqual({ state: 'STANDS', since: null, by: null });
  });

  it('is as it was until what was told last is in force, also where its day has come', () => {
    const held = { ...REGISTERED, pendingOn: day('2029-06-30') };
    expect(licenceStanding(held, day('2029-07-02'))).toMatchObject({
      state: 'STANDS',
      by: `${NUMBER}（登记第2号）`,
    });
    expect(licenceStanding({ ...held, pendingOn: null }, day('2029-07-02'))).toMatchObject({
      state: 'CLOSED',
    });
  });

  it('ends with its last day, unless it counts as renewed', () => {
    expect(licenceStanding(LICENCE, day('2031-11-22'))).toMatchObject({ state: 'STANDS' });
    expect(licenceStanding(LICENCE, day('2031-11-23'))).toEqual({
      state: 'EXPIRED',
      since: '2031-11-23',
      by: null,
    });
    const renewed = { ...LICENCE, renewal: 'PRESUMED' as const };
    expect(licenceStanding(renewed, day('2031-11-23'))).toMatchObject({ state: 'STANDS' });
    expect(licenceStanding({ ...LICENCE, validUntil: null }, day('2050-01-01'))).toMatchObject({
      state: 'STANDS',
    });
  });

  it('goes by the register where the service was told of under the number of the licence before', () => {
    const renewed = { ...LICENCE, service: 'CLOSED' as const };
    expect(licenceStanding(renewed, day('2028-01-01'))).toEqual(UNDER_ANOTHER_NUMBER);
    expect(certificateEnd(UNDER_ANOTHER_NUMBER)).toEqual({ endedAs: 'CLOSED', by: null });
    const told = { ...REGISTERED, service: 'SUSPENDED' as const };
    expect(licenceStanding(told, day('2028-03-01'))).toMatchObject({ state: 'STANDS' });
    expect(['SUSPENDED', 'OPERATING', undefined].map(serviceOf)).toEqual(['SUSPENDED', null, null]);
  });

  it('goes by the decision that ended it, and by the licence that took its place, before anything else', () => {
    const ended = { ...REGISTERED, endedOn: day('2030-01-01') };
    expect(licenceStanding(ended, day('2030-01-01'))).toEqual({
      state: 'ENDED',
      since: '2030-01-01',
      by: null,
    });
    const replaced = { ...REGISTERED, replacedBy: '610116-TYXK-2031-0007' };
    expect(licenceStanding(replaced, day('2032-01-01'))).toMatchObject({
      state: 'REPLACED',
      by: '610116-TYXK-2031-0007',
    });
  });

  it('tells of its paper no more than that another paper took its place or ended its use', () => {
    expect(certificateEnd(licenceStanding(REGISTERED, day('2028-01-01')))).toBeNull();
    expect(certificateEnd(licenceStanding(REGISTERED, day('2029-06-30')))).toEqual({
      endedAs: 'CLOSED',
      by: `${NUMBER}（登记第3号）`,
    });
  });

  it('numbers a registration apart, and a licence from its second version on', () => {
    const of = (version: number, apart: boolean) => receiptNumberInWords(NUMBER, { version, apart });
    expect([of(1, false), of(2, false), of(1, true)]).toEqual([
      NUMBER,
      `${NUMBER}（第2版）`,
      `${NUMBER}（登记第1号）`,
    ]);
  });
});
