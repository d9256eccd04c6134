import { plainDate } from '@zhaoguan/kernel';
import { nearest } from '../src/domain/audience';
import { daysToRemindOf } from '../src/domain/reminder';

const calendar = {
  years: [2026],
  holidays: new Set(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`)),
  workdays: new Set(['2026-10-10']),
};
const on = (date: string) => daysToRemindOf({ date: plainDate(date), calendar });

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
