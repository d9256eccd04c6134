import { PENALTY_SERVICES, REMOVAL_SERVICES } from '@zhaoguan/contracts';
import { waysOpen, withOpenWay } from '../src/shared/form/ways-open';

const ENTERED = { service: 'ONLINE', serviceNote: '由机构负责人当面签收', servedOn: '2026-11-20' } as const;

describe('the ways of service that are offered', () => {
  it('are without the system where nobody reads in the account', () => {
    expect(waysOpen(REMOVAL_SERVICES, true)).toEqual(REMOVAL_SERVICES);
    expect(waysOpen(REMOVAL_SERVICES, false).toSorted()).toEqual(['ANNOUNCED', 'DELIVERED']);
    expect(waysOpen(PENALTY_SERVICES, false)).toEqual(['DELIVERED']);
  });

  it('keep what was filled in, but for a way that is open no more', () => {
    expect(withOpenWay(ENTERED, PENALTY_SERVICES, true)).toEqual(ENTERED);
    const { service: _, ...others } = ENTERED;
    expect(withOpenWay(ENTERED, PENALTY_SERVICES, false)).toEqual(others);
    expect(withOpenWay({}, PENALTY_SERVICES, true)).toEqual({});
  });
});
