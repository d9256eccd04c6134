import { daysInWords, termInWords } from '../src/shared/ui/term-words';

describe('a term', () => {
  it('is said in working days, and is over from the day after its last, also on a weekend', () => {
    expect(termInWords(3, false)).toBe('还有 3 个工作日');
    expect(termInWords(0, false)).toBe('今天到期');
    expect(termInWords(0, true)).toBe('已超期');
    expect(termInWords(-2, true)).toBe('已超期 2 个工作日');
  });

  it('is said in days where the law counts so', () => {
    expect([1, 0, -1].map(daysInWords)).toEqual(['还有 1 天', '今天到期', '已超期 1 天']);
  });
});
