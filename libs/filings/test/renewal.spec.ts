import { addDays, plainDate, type PlainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { isOpenTo, requireOpenTo } from '../src/domain/admission';
import type { Renewal } from '../src/domain/filing';
import { licenceEnd } from '@zhaoguan/contracts';
import {
  countsFrom,
  decidedBefore,
  isBeyondLicence,
  renewalAsked,
  renewalState,
} from '../src/domain/renewal';

const UNTIL = plainDate('2031-11-22');
const ID = '019a9d3c-7a00-7000-8000-000000000001';
const HELD = { id: ID, regime: 'LICENCE', validUntil: UNTIL } as const;
const RENEWAL: Renewal = { institutionId: ID, until: UNTIL, inTime: true };
const CASE = {
  regime: 'LICENCE',
  type: 'INITIAL',
  status: 'SUBMITTED',
  round: 0,
  submittedAt: new Date('2031-10-20T02:00:00Z'),
  admitBy: plainDate('2031-10-27'),
  admittedOn: null,
  renewal: RENEWAL,
} as const;
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(UNTIL, days));

describe('asking that a licence goes on', () => {
  const asked = (on: PlainDate, more: object = {}, held: Parameters<typeof renewalAsked>[1] = HELD) =>
    renewalAsked({ ...CASE, renewal: null, ...more }, held, { on, days: 30 });

  it('is in time until thirty days before the last day', () => {
    expect(asked(plainDate('2031-10-23'))).toEqual(RENEWAL);
    expect(asked(plainDate('2031-10-24'))).toEqual({ ...RENEWAL, inTime: false });
  });

  it('counts from when it was first asked, whenever it is handed in again', () => {
    fc.assert(
      fc.property(day, fc.array(day), fc.nat(90), (first, later, days) => {
        const begun = renewalAsked({ ...CASE, renewal: null }, HELD, { on: first, days });
        expect(begun?.inTime).toBe(addDays(first, days) <= UNTIL);
        for (const on of later)
          expect(renewalAsked({ ...CASE, round: 1, renewal: begun }, HELD, { on, days })).toEqual(begun);
      }),
    );
  });

  it('counts anew on every day until it is handed in', () => {
    expect(asked(UNTIL, { renewal: RENEWAL })).toEqual({ ...RENEWAL, inTime: false });
  });

  it('is nothing that is done for a filing, for a licence without an end, or about nothing', () => {
    const on = addDays(UNTIL, -90);
    expect(asked(on, {}, { ...HELD, regime: 'FILING', validUntil: null })).toBeNull();
    expect(asked(on, {}, { ...HELD, validUntil: null })).toBeNull();
    expect(asked(on, {}, null)).toBeNull();
    expect(asked(on, { type: 'SUSPENSION' })).toBeNull();
    expect(asked(on, { regime: 'FILING' })).toBeNull();
  });

  it('counts anew where it is about another licence', () => {
    const other = { ...RENEWAL, until: addDays(UNTIL, 365) };
    expect(asked(UNTIL, { round: 1, renewal: other })).toEqual({ ...RENEWAL, inTime: false });
  });
});

describe('a renewal that nobody decides', () => {
  it('waits until the last day of the licence, and counts as granted for ever after it', () => {
    expect(renewalState(CASE, UNTIL)).toBe('WAITING');
    expect(renewalState(CASE, addDays(UNTIL, 1))).toBe('PRESUMED');
    fc.assert(
      fc.property(day, (today) => {
        expect(renewalState(CASE, today)).toBe(today <= UNTIL ? 'WAITING' : 'PRESUMED');
        expect(isOpenTo('refuse', CASE, today)).toBe(today <= UNTIL);
      }),
    );
    expect(() => requireOpenTo('refuse', CASE, addDays(UNTIL, 1))).toThrow('RENEWED_ALREADY');
  });

  it('never counts as granted where it was asked for too late, is decided, or was not taken in by then', () => {
    const late = { ...CASE, renewal: { ...RENEWAL, inTime: false } };
    fc.assert(
      fc.property(day, (today) => {
        expect(renewalState(late, today)).toBeNull();
        for (const status of ['RETURNED', 'REFUSED', 'ACCEPTED', 'LAPSED'] as const)
          expect(renewalState({ ...CASE, status }, today)).toBeNull();
        const again = { ...CASE, admitBy: addDays(UNTIL, 5) };
        expect(renewalState(again, today)).toBe(today <= UNTIL ? 'WAITING' : null);
        expect(renewalState({ ...again, admittedOn: UNTIL }, today)).not.toBeNull();
        expect(isOpenTo('refuse', again, today)).toBe(true);
      }),
    );
  });

  it('goes on from where the licence ended, also where the certificate comes later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(900), (years, later) => {
        const presumed = licenceEnd(years, UNTIL, UNTIL);
        const decidedOn = addDays(UNTIL, later);
        expect(licenceEnd(years, countsFrom(CASE, decidedOn), UNTIL)).toBe(presumed);
      }),
    );
    const late = { ...CASE, renewal: { ...RENEWAL, inTime: false } };
    expect(countsFrom(late, addDays(UNTIL, 3))).toBe('2031-11-25');
  });

  it('is due before the licence ends, and is given no time beyond it', () => {
    const today = addDays(UNTIL, -10);
    expect(decidedBefore(RENEWAL, addDays(UNTIL, 4), today)).toBe(UNTIL);
    expect(decidedBefore(RENEWAL, addDays(UNTIL, -4), today)).toBe('2031-11-18');
    expect(decidedBefore(RENEWAL, addDays(UNTIL, 40), addDays(UNTIL, 12))).toBe('2032-01-01');
    expect(decidedBefore({ ...RENEWAL, inTime: false }, addDays(UNTIL, 4), today)).toBe('2031-11-26');
    expect(decidedBefore(null, UNTIL, today)).toBe(UNTIL);
    expect(isBeyondLicence(CASE, { dueAfter: UNTIL })).toBe(false);
    expect(isBeyondLicence(CASE, { dueAfter: addDays(UNTIL, 1) })).toBe(true);
    expect(isBeyondLicence({ renewal: null }, { dueAfter: addDays(UNTIL, 1) })).toBe(false);
  });
});
