import { wholeAxis } from '../src/features/ratings/whole-axis';

const rated = (period: string) => ({ period, satisfied: 2, dissatisfied: 1 });
const seen = (...periods: string[]) =>
  wholeAxis(periods.map(rated)).map(({ period, satisfied, dissatisfied }) => [
    period,
    satisfied,
    dissatisfied,
  ]);

describe('the axis of the ratings', () => {
  it('has the months in which nobody rated, as none, across the turn of the year', () => {
    expect(seen('2026-11', '2027-02')).toEqual([
      ['2026-11', 2, 1],
      ['2026-12', 0, 0],
      ['2027-01', 0, 0],
      ['2027-02', 2, 1],
    ]);
  });

  it('has the quarters between, and says nothing of those that may only have had too few', () => {
    expect(seen('2026-Q3', '2027-Q1')).toEqual([
      ['2026-Q3', 2, 1],
      ['2026-Q4', null, null],
      ['2027-Q1', 2, 1],
    ]);
  });

  it('begins with the first and ends with the last that was rated', () => {
    expect(seen('2026-11')).toEqual([['2026-11', 2, 1]]);
    expect(seen()).toEqual([]);
  });
});
