import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { leaseWarnings } from '../src/domain/lease-change';

const WAS = plainDate('2031-12-31');

describe('the lease of a change', () => {
  it('is looked at where it ends sooner than it was filed, and only there', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        const now = { premisesTenure: 'LEASED', leaseEndsOn: addDays(WAS, days) } as const;
        const codes = leaseWarnings('CHILDCARE', { leaseEndsOn: WAS }, now).map(({ code }) => code);
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
    expect(leaseWarnings('ELDERLY_CARE', before, now)).toEqual([]);
  });
});
