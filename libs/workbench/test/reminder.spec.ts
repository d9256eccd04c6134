import { readFileSync } from 'node:fs';
import { parseTerms, type TermRow } from '@zhaoguan/contracts';
import { addDays, plainDate, workingDaysBetween } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { nearest } from '../src/domain/audience';
import { daysToRemindOf, isRemindedOf } from '../src/domain/reminder';

const calendar = {
  years: [2026],
  holidays: new Set(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`)),
  workdays: new Set(['2026-10-10']),
};
const terms = parseTerms(JSON.parse(readFileSync('seeds/reference/terms.json', 'utf8'))).items;
const on = (date: string) => daysToRemindOf({ date: plainDate(date), calendar }, terms);
const local = (term: Partial<TermRow>): TermRow => {
  const nationwide = terms.find(({ code }) => code === 'REMINDER_FIRST')!;
  return { ...nationwide, jurisdiction: '610116', ...term };
};

describe('the last days that are reminded of', () => {
  it('are those three and one working days ahead, with the days off behind them', () => {
    expect(on('2026-11-20')?.near).toEqual(['2026-11-23', '2026-11-25']);
    expect(on('2026-11-19')?.near).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24']);
  });

  it('are counted over the holidays, with the weekend day worked in exchange', () => {
    expect(on('2026-09-30')?.near).toEqual(['2026-10-08', '2026-10-10', '2026-10-11']);
  });

  it('are, once passed, those of the last ten days', () => {
    const { overdue = [] } = on('2026-11-20') ?? {};
    expect([overdue[0], overdue.at(-1), overdue.length]).toEqual(['2026-11-19', '2026-11-10', 10]);
  });

  it.each(['2026-10-05', '2026-11-21'])('are none on %s, when offices are closed', (date) => {
    expect(on(date)).toBeUndefined();
  });
});

describe('the days of reminders', () => {
  const childcare = local({ kind: 'CHILDCARE', value: 5, effectiveFrom: plainDate('2026-11-01') });
  const rules = [...terms, childcare];
  const item = (district: string, department: string | null) => ({ district, department });
  const reminded = (where: ReturnType<typeof item>, date = '2026-11-20'): number[] =>
    [1, 2, 3, 4, 5].filter((left) => isRemindedOf(where, left, rules, plainDate(date)));

  it('are those of the county and the kind from their date on, else those of the country', () => {
    expect(reminded(item('610116', 'health'))).toEqual([1, 5]);
    expect(reminded(item('610116', 'health'), '2026-10-30')).toEqual([1, 3]);
    expect(reminded(item('610116', 'civil-affairs'))).toEqual([1, 3]);
    expect(reminded(item('610116', null))).toEqual([1, 3]);
    expect(reminded(item('610113', 'health'))).toEqual([1, 3]);
  });

  it('come once each for one last day, on working days alone, and none is missed', () => {
    const value = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), value, value, (offset, first, second) => {
        const dueOn = addDays(plainDate('2026-05-01'), offset);
        const own = [local({ value: first }), local({ code: 'REMINDER_SECOND', value: second })];
        const told: number[] = [];
        for (let date = addDays(dueOn, -60); date < dueOn; date = addDays(date, 1)) {
          const days = daysToRemindOf({ date, calendar }, own);
          const left = workingDaysBetween(date, dueOn, calendar);
          if (days?.near.includes(dueOn) && isRemindedOf(item('610116', null), left, own, date))
            told.push(left);
        }
        expect(told).toEqual([...new Set([first, second])].sort((a, b) => b - a));
      }),
      { numRuns: 50 },
    );
  });

  it('are not sought for ever where a list names a day too far away', () => {
    const far = daysToRemindOf({ date: plainDate('2026-11-20'), calendar }, [local({ value: 1e12 })]);
    expect(far?.near).toEqual([]);
  });
});

describe('who is nearest', () => {
  const county = { id: 'county', districts: ['610116'] };
  const city = { id: 'city', districts: ['610100'] };
  const province = { id: 'province', districts: ['610000', '500152'] };
  const nation = { id: 'nation', districts: ['*'] };
  const area = { id: 'area', districts: ['610116005'] };
  it.each([
    [[nation, province, city, county], ['610116'], ['county']],
    [[nation, province, city], ['610116'], ['city']],
    [[nation, county, area], ['610116005'], ['area']],
    [[nation, city, province], ['610116', '610118'], ['city']],
    [[nation], ['500152'], ['nation']],
    [[county, { ...county, id: 'colleague' }], ['610116'], ['county', 'colleague']],
    [[], ['610116'], []],
  ])('of %j for %j', (holders, places, expected) => {
    expect(nearest(holders, places).map(({ id }) => id)).toEqual(expected);
  });
});
