import { dayOf } from '../src/shared/form/day-of';

describe('the day that a field shows', () => {
  it('is the one that was typed, also where the year has two digits', () => {
    for (const day of ['0024-05-20', '0099-12-31', '0004-02-29', '0100-01-01', '1900-01-01', '2026-11-28'])
      expect(dayOf(day).format('YYYY-MM-DD')).toBe(day);
  });
});
