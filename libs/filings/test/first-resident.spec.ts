import { plainDate } from '@zhaoguan/kernel';
import { fillIn } from '../src/domain/application';
import { firstResident, firstResidentOn } from '../src/domain/first-resident';

const CALENDAR = { years: [2026], holidays: new Set<string>(), workdays: new Set<string>() };
const filed = (on: string) => firstResident(plainDate('2026-11-13'), plainDate(on), 10, CALENDAR);
const dayOf = (particulars: object, kind = 'ELDERLY_CARE', type = 'INITIAL') =>
  firstResidentOn({
    kind: kind as 'ELDERLY_CARE',
    type: type as 'INITIAL',
    application: fillIn({ particulars: { ...particulars } }),
  });

describe('the day on which the first older person was taken in', () => {
  it.each([
    ['2026-11-13', 0, false],
    ['2026-11-16', 1, false],
    ['2026-11-27', 10, false],
    ['2026-11-28', 10, false],
    ['2026-11-30', 11, true],
  ])('is counted from in working days: filed on %s, day %i, late: %s', (on, workingDay, isLate) => {
    expect(filed(on)).toEqual({ on: '2026-11-13', workingDay, limit: 10, isLate });
  });

  it('is before nothing that was filed before anybody was taken in', () => {
    expect(filed('2026-11-10')).toMatchObject({ workingDay: 0, isLate: false });
  });

  it('is asked of the first filing of a 养老机构 alone, and may be left out', () => {
    const named = { firstResidentOn: '2026-11-13' };
    expect(dayOf(named)).toBe('2026-11-13');
    expect(dayOf({})).toBeNull();
    expect(dayOf({ firstResidentOn: '去年' })).toBeNull();
    expect(dayOf(named, 'CHILDCARE')).toBeNull();
    expect(dayOf(named, 'ELDERLY_CARE', 'CHANGE')).toBeNull();
  });
});
