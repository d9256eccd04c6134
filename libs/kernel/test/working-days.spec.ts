import {
  addDays,
  addWorkingDays,
  calendarDays,
  calendarMonths,
  dueDate,
  type HolidayCalendar,
  isWorkingDay,
  plainDate,
  workingDayFrom,
  workingDays,
  workingDaysBetween,
} from '@zhaoguan/kernel';
import fc from 'fast-check';

/** 国务院办公厅关于2026年部分节假日安排的通知, Spring Festival and National Day only: enough to count around. */
const cal: HolidayCalendar = {
  years: [2026],
  holidays: new Set([...range('2026-01-01', 3), ...range('2026-02-15', 9), ...range('2026-10-01', 7)]),
  workdays: new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']),
};

function range(first: string, days: number): string[] {
  return Array.from({ length: days }, (_, i) => addDays(plainDate(first), i));
}

const day = fc.integer({ min: 0, max: 500 }).map((offset) => addDays(plainDate('2025-10-01'), offset));
const amount = fc.integer({ min: 0, max: 120 });

describe('working days', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-02-17', false, 'a holiday on a Tuesday'],
    ['2026-02-14', true, 'a Saturday worked in exchange'],
    ['2026-10-04', false, 'a holiday on a Sunday'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isWorkingDay(plainDate(date), cal)).toBe(expected);
  });

  it.each([
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-11-20', 5, '2026-11-27', 'a week'],
    ['2026-02-13', 1, '2026-02-14', 'onto a Saturday that is worked'],
    ['2026-02-13', 2, '2026-02-24', 'over Spring Festival'],
    ['2026-09-30', 3, '2026-10-10', 'over National Day onto a Saturday that is worked'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-11-21', 0, '2026-11-21', 'no day at all'],
  ])('from %s %i working days end on %s: %s', (from, n, end) => {
    expect(addWorkingDays(plainDate(from), n, cal)).toEqual({ date: end, uncertain: false });
  });

  it('says when a term runs into a year without a published calendar', () => {
    expect(addWorkingDays(plainDate('2026-12-30'), 1, cal)).toEqual({ date: '2026-12-31', uncertain: false });
    expect(addWorkingDays(plainDate('2026-12-30'), 2, cal)).toEqual({ date: '2027-01-04', uncertain: true });
    expect(addWorkingDays(plainDate('2025-12-31'), 1, cal)).toEqual({ date: '2026-01-04', uncertain: false });
  });

  it.each([
    ['2027-01-01', false, '元旦'],
    ['2027-04-30', true, 'no holiday by law'],
    ['2029-05-02', false, 'the second day of 劳动节'],
    ['2029-10-03', false, 'the third day of 国庆节'],
    ['2029-10-04', true, 'what the arrangement may add is not known'],
  ])('in a year without a published calendar, %s: %s, %s', (date, expected) => {
    expect(isWorkingDay(plainDate(date), cal)).toBe(expected);
  });

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-23', '2026-11-20', -1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-02-13', '2026-02-24', 2],
  ])('between %s and %s lie %i', (from, to, expected) => {
    expect(workingDaysBetween(plainDate(from), plainDate(to), cal)).toBe(expected);
  });

  it('is the inverse of counting, and always ends on a working day', () => {
    fc.assert(
      fc.property(day, amount, (from, n) => {
        const { date } = addWorkingDays(from, n, cal);
        expect(workingDaysBetween(from, date, cal)).toBe(n);
        if (n > 0) expect(isWorkingDay(date, cal)).toBe(true);
      }),
    );
  });

  it('grows with the amount and never shrinks with the start', () => {
    fc.assert(
      fc.property(day, amount, (from, n) => {
        const end = addWorkingDays(from, n, cal).date;
        expect(addWorkingDays(from, n + 1, cal).date > end).toBe(true);
        expect(addWorkingDays(addDays(from, 1), n, cal).date >= end).toBe(true);
      }),
    );
  });

  it('counts backwards as it counts forwards', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(workingDaysBetween(a, b, cal) + workingDaysBetween(b, a, cal)).toBe(0);
      }),
    );
  });

  it('refuses a number that is no number of days', () => {
    for (const n of [-1, 1.5, Number.NaN])
      expect(() => addWorkingDays(plainDate('2026-11-20'), n, cal)).toThrow(RangeError);
  });
});

describe('the last day of a term of calendar days', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 'a working day stays'],
    ['2026-12-19', '2026-12-21', 'Saturday'],
    ['2026-12-20', '2026-12-21', 'Sunday'],
    ['2026-10-01', '2026-10-08', 'the first of seven days off'],
    ['2026-02-14', '2026-02-14', 'a Saturday that is worked in exchange'],
  ])('%s becomes %s: %s', (day, last) => {
    expect(workingDayFrom(plainDate(day), cal)).toEqual({ date: last, uncertain: false });
  });

  it('is uncertain where no arrangement is published', () => {
    expect(workingDayFrom(plainDate('2027-10-02'), cal)).toEqual({ date: '2027-10-04', uncertain: true });
  });

  it('is the first working day that is not before', () => {
    fc.assert(
      fc.property(day, (from) => {
        const { date } = workingDayFrom(from, cal);
        expect(isWorkingDay(date, cal)).toBe(true);
        for (let each = from; each < date; each = addDays(each, 1)) {
          expect(isWorkingDay(each, cal)).toBe(false);
        }
      }),
    );
  });
});

describe('a statutory term', () => {
  it('ends by its unit', () => {
    const from = plainDate('2026-01-31');
    expect(dueDate(workingDays(5), from, cal)).toEqual({ date: '2026-02-06', uncertain: false });
    expect(dueDate(calendarDays(15), from, cal)).toEqual({ date: '2026-02-15', uncertain: false });
    expect(dueDate(calendarMonths(1), from, cal)).toEqual({ date: '2026-02-28', uncertain: false });
  });

  it('is at least one unit long', () => {
    for (const make of [workingDays, calendarDays, calendarMonths]) expect(() => make(0)).toThrow(RangeError);
  });
});
