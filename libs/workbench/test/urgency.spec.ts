import { plainDate } from '@zhaoguan/kernel';
import { urgencyOf, workingDaysLeft } from '../src/domain/urgency';

// 1 to 7 October 2026 off, Saturday 10 October worked in exchange.
const calendar = {
  years: [2026],
  holidays: new Set(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`)),
  workdays: new Set(['2026-10-10']),
};
const today = { date: plainDate('2026-09-30'), calendar };

describe('how near a last day is', () => {
  it.each([
    ['2026-09-29', 'OVERDUE', -1],
    ['2026-09-30', 'TODAY', 0],
    ['2026-10-07', 'SOON', 0],
    ['2026-10-08', 'SOON', 1],
    ['2026-10-10', 'SOON', 3],
    ['2026-10-12', 'LATER', 4],
    [null, 'NONE', null],
  ] as const)('%s is %s, %s working days from the eve of the holidays', (dueOn, urgency, left) => {
    const day = dueOn === null ? null : plainDate(dueOn);
    expect(urgencyOf(day, today)).toBe(urgency);
    expect(workingDaysLeft(day, today)).toBe(left);
  });
});
