import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { FILING_TYPES, licenceExpiredOn, wantsLicenceInForce } from '../src';

const UNTIL = plainDate('2029-10-13');
const HELD = { regime: 'LICENCE', validUntil: UNTIL, status: 'OPERATING', isEnded: false } as const;

describe('a licence that was not renewed', () => {
  it('has expired from the day after its last day on, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const expired = licenceExpiredOn(HELD, false, addDays(UNTIL, days));
        expect(expired).toBe(days > 0 ? UNTIL : null);
      }),
    );
  });

  it.each([
    ['counts as renewed', HELD, true],
    ['was ended by the authority', { ...HELD, isEnded: true }, false],
    ['is of an institution that is closed', { ...HELD, status: 'CLOSED' }, false],
    ['has no end', { ...HELD, validUntil: null }, false],
    ['is a filing', { ...HELD, regime: 'FILING' }, false],
  ] as const)('is not said to have expired where it %s', (_which, held, isPresumed) => {
    expect(licenceExpiredOn(held, isPresumed, addDays(UNTIL, 30))).toBeNull();
  });

  it('is neither changed nor served under again, and service may stop and end', () => {
    expect(FILING_TYPES.filter(wantsLicenceInForce)).toEqual(['CHANGE', 'RESUMPTION']);
  });
});
