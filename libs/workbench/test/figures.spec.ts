import { plainDate } from '@zhaoguan/kernel';
import { countiesInDetail, divisionsBelow, sumUp, type Division } from '../src/domain/district-figures';
import { isoWeek, medianOf, mondaysUntil } from '../src/domain/figures';

describe('weeks', () => {
  it('begin on Monday, the last one with today', () => {
    expect(mondaysUntil(plainDate('2026-11-22'), 3)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    expect(mondaysUntil(plainDate('2026-11-23'), 1)).toEqual(['2026-11-23']);
  });

  it.each([
    ['2026-11-16', '2026-W47'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2023-12-25', '2023-W52'],
  ])('of %s is %s by ISO 8601', (monday, week) => {
    expect(isoWeek(plainDate(monday))).toBe(week);
  });
});

describe('the median', () => {
  const counted = (...pairs: [number, number][]) => pairs.map(([value, count]) => ({ value, count }));
  it.each([
    [counted(), null],
    [counted([3, 1]), 3],
    [counted([5, 1], [1, 1]), 3],
    [counted([1, 2], [4, 1]), 1],
    [counted([4, 2], [1, 2], [9, 0]), 2.5],
    [counted([0, 5], [10, 4]), 0],
  ])('of %j is %s', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});

describe('figures of the divisions below a jurisdiction', () => {
  const division = (code: string, level: Division['level'], parent: string | null): Division => ({
    code,
    name: code,
    level,
    parent,
  });
  const all = new Map(
    [
      division('610000', 'PROVINCE', null),
      division('610100', 'CITY', '610000'),
      division('610116', 'COUNTY', '610100'),
      division('610118', 'COUNTY', '610100'),
      division('610116001', 'TOWNSHIP', '610116'),
      division('610116005', 'TOWNSHIP', '610116'),
      division('500000', 'PROVINCE', null),
      division('500152', 'COUNTY', '500000'),
    ].map((each) => [each.code, each]),
  );
  const below = (...districts: string[]) => divisionsBelow(districts, all).map(({ code }) => code);

  it('are those next below it', () => {
    expect(below('*')).toEqual(['610000', '500000']);
    expect(below('610000')).toEqual(['610100']);
    expect(below('500000')).toEqual(['500152']);
    expect(below('610100')).toEqual(['610116', '610118']);
    expect(below('610116')).toEqual(['610116001', '610116005']);
    expect(below('610116005')).toEqual(['610116005']);
    expect(below()).toEqual([]);
  });

  it('tell townships apart in the counties of the jurisdiction alone', () => {
    expect(countiesInDetail(['610116', '610100'], all)).toEqual(['610116']);
    expect(countiesInDetail(['610116005', '610116001'], all)).toEqual(['610116']);
    expect(countiesInDetail(['*'], all)).toEqual([]);
  });

  const institutions = [
    { district: '610116', township: '610116001', institutions: 2, capacity: 100, lowGrades: 1 },
    { district: '610116', township: null, institutions: 3, capacity: 50, lowGrades: 0 },
    { district: '610118', township: null, institutions: 5, capacity: 70, lowGrades: 5 },
  ];

  it('sum up what lies in them, and put the rest down to the jurisdiction itself', () => {
    const own = [all.get('610116')!];
    const problems = [{ district: '610116', township: '610116001', problems: 4 }];
    const tiles = new Map([['610116001', { column: 1, row: 2 }]]);
    const figures = sumUp(divisionsBelow(['610116'], all), own, institutions.slice(0, 2), problems, tiles);
    expect(figures).toMatchObject([
      {
        code: '610116001',
        tile: { column: 1, row: 2 },
        institutions: 2,
        lowGradeShare: 0.5,
        openProblems: 4,
      },
      { code: '610116005', tile: null, institutions: 0, capacity: 0, lowGradeShare: null, openProblems: 0 },
      { code: '610116', tile: null, institutions: 3, capacity: 50, lowGradeShare: 0, openProblems: 0 },
    ]);
  });

  it('of a city hold all of its counties, and say nothing of problems to whoever may not read results', () => {
    const own = [all.get('610100')!];
    const figures = sumUp(divisionsBelow(['610100'], all), own, institutions, null, new Map());
    expect(figures).toMatchObject([
      { code: '610116', institutions: 5, capacity: 150, lowGradeShare: 0.2, openProblems: null },
      { code: '610118', institutions: 5, lowGradeShare: 1, openProblems: null },
    ]);
  });
});
