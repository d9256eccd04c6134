import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { leaseWarnings } from '../src/domain/lease-change';

const FILED = { kind: 'CHILDCARE', regime: 'FILING' } as const;
const WAS = plainDate('2031-12-31');

describe('the lease of a change', () => {
  it('is looked at where it ends sooner than it was filed, and only there', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        const now = { premisesTenure: 'LEASED', leaseEndsOn: addDays(WAS, days) } as const;
        const codes = leaseWarnings(FILED, { leaseEndsOn: WAS }, now).map(({ code }) => code);
        expect(codes).toEqual(days < 0 ? ['LEASE_SHORTENED'] : []);
      }),
    );
  });

  it.each([
    ['premises that are owned now', { leaseEndsOn: WAS }, 'OWNED', '2027-01-01'],
    ['a lease that is told for the first time', { leaseEndsOn: null }, 'LEASED', '2027-01-01'],
    ['a lease whose end is not typed', { leaseEndsOn: WAS }, 'LEASED', null],
  ] as const)('says nothing of %s', (_, before, premisesTenure, ends) => {
    const now = { premisesTenure, leaseEndsOn: ends === null ? null : plainDate(ends) };
    expect(leaseWarnings({ ...FILED, kind: 'ELDERLY_CARE' }, before, now)).toEqual([]);
  });

  it.each([
    ['FILING', /（依据：《托育机构登记和备案办法（试行）》.*第十条）$/],
    ['LICENCE', /终止服务$/],
  ] as const)('cites the law of filings of a %s alone', (regime, cited) => {
    const now = { premisesTenure: 'LEASED', leaseEndsOn: addDays(WAS, -1) } as const;
    const [warning] = leaseWarnings({ ...FILED, regime }, { leaseEndsOn: WAS }, now);
    expect(warning?.message).toMatch(cited);
  });
});
