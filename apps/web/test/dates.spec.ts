import { dayInWords, dayOfInstant, instantInTable, instantInWords } from '../src/shared/ui/dates';

describe('a date', () => {
  it('is written in words in a sentence and to be compared in a column, always in China’s time', () => {
    expect(dayInWords('2026-11-05')).toBe('2026年11月5日');
    expect(instantInWords('2026-11-25T17:05:00Z')).toBe('2026年11月26日 01:05');
    expect(instantInTable('2026-11-25T17:05:00Z')).toBe('2026-11-26 01:05');
    expect(dayOfInstant('2026-11-25T17:05:00Z')).toBe('2026-11-26');
  });
});
