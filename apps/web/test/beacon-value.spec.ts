import { poolsOf } from '@zhaoguan/draw';
import {
  joinParts,
  joinValues,
  partsOf,
  readNumbers,
  splitValue,
  writeNumbers,
} from '../src/features/inspections/draws/beacon-value';

const twenty = Array.from({ length: 20 }, (_, i) => 4 * i + 1);

describe('the value of a beacon', () => {
  it.each([
    ['fucai-ssq', '2026135', [[33, 3, 8, 27, 12, 21], [9]], '2026135:03,08,12,21,27,33|09'],
    [
      'fucai-kl8',
      '2026301',
      [twenty.toReversed()],
      `2026301:${twenty.map((n) => String(n).padStart(2, '0')).join(',')}`,
    ],
  ])('of %s is spelt from the numbers, ascending and in two digits', (source, round, numbers, spelt) => {
    expect(writeNumbers(round, numbers)).toBe(spelt);
    expect(readNumbers(source, spelt)).toEqual(numbers.map((pool) => pool.toSorted((a, b) => a - b)));
  });

  it('may be half written, in any order of the clicks', () => {
    expect(readNumbers('fucai-ssq', '')).toEqual([[], []]);
    expect(readNumbers('fucai-ssq', writeNumbers('2026135', [[8, 3], []]))).toEqual([[3, 8], []]);
    expect(readNumbers('fucai-ssq', writeNumbers('2026135', [[], [9]]))).toEqual([[], [9]]);
    expect(writeNumbers('2026135', [[], []])).toBe('');
  });

  it('has no number that is not on the ticket', () => {
    expect(readNumbers('fucai-ssq', '2026135:00,03,34|17')).toEqual([[3], []]);
  });

  it('of several sources is put together and taken apart in the order of the announcement', () => {
    const beacon = joinParts([
      { source: 'fucai-ssq', round: ' 2026135 ' },
      { source: 'drand', round: '5000000' },
    ]);
    expect(beacon).toEqual({ source: 'fucai-ssq+drand', round: '2026135+5000000' });
    expect(partsOf(beacon)).toEqual([
      { source: 'fucai-ssq', round: '2026135' },
      { source: 'drand', round: '5000000' },
    ]);
    expect(splitValue('a', 2)).toEqual(['a', '']);
    expect(splitValue(joinValues(['a', 'b']), 2)).toEqual(['a', 'b']);
    expect(joinValues(['', ''])).toBe('');
  });

  it('of drand is copied, not picked', () => {
    expect(poolsOf('drand')).toEqual([]);
  });
});
