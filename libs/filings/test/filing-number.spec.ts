import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  plainDate,
  workingDaysBetween,
  type HolidayCalendar,
} from '@zhaoguan/kernel';
import fc from 'fast-check';
import { filingNumber, lettersOf, SERIES_LETTERS } from '../src/domain/filing-number';

const FILING_NUMBER = /^\d{6}-(?:YL|TY|JT|TYXK|JTXK)-\d{4}-\d{4,9}$/;

describe('a filing number', () => {
  const parts = fc.tuple(
    fc.constantFrom('610116', '500152', '330106', '650203'),
    fc.constantFrom(...SERIES_LETTERS),
    fc.integer({ min: 2020, max: 2099 }),
    fc.integer({ min: 1, max: 2_000_000 }),
  );

  it('has the shape district-letters-year-number', () => {
    expect(filingNumber('610116', lettersOf('ELDERLY_CARE', null, 'FILING'), 2026, 42)).toBe(
      '610116-YL-2026-0042',
    );
    expect(filingNumber('500152', lettersOf('CHILDCARE', null, 'FILING'), 2026, 12345)).toBe(
      '500152-TY-2026-12345',
    );
    expect(filingNumber('610116', lettersOf('CHILDCARE', 'HOME', 'FILING'), 2026, 1)).toBe(
      '610116-JT-2026-0001',
    );
    expect(filingNumber('610116', lettersOf('CHILDCARE', null, 'LICENCE'), 2027, 1)).toBe(
      '610116-TYXK-2027-0001',
    );
    expect(() => lettersOf('ELDERLY_CARE', null, 'LICENCE')).toThrow('no licence');
    fc.assert(fc.property(parts, (of) => FILING_NUMBER.test(filingNumber(...of))));
  });

  it('is the same for the same parts only', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(filingNumber(...a) === filingNumber(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

describe('the term of the authority', () => {
  const file = JSON.parse(
    readFileSync(join(__dirname, '../../../seeds/reference/holidays.json'), 'utf8'),
  ) as { years: number[]; items: { date: string; kind: string }[] };
  const of = (kind: string) =>
    new Set(file.items.filter((day) => day.kind === kind).map(({ date }) => plainDate(date)));
  const calendar: HolidayCalendar = { years: file.years, holidays: of('DAY_OFF'), workdays: of('WORKDAY') };

  it('ends on the fifth working day after the materials came in, whenever that was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), (day) => {
        const from = addDays(plainDate('2026-01-01'), day);
        const { date } = addWorkingDays(from, 5, calendar);
        expect(isWorkingDay(date, calendar)).toBe(true);
        expect(workingDaysBetween(from, date, calendar)).toBe(5);
      }),
    );
  });
});
