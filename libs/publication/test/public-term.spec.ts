import { plainDate } from '@zhaoguan/kernel';
import { publicTerm } from '../src/domain/public-term';

const from = plainDate('2026-11-30');

describe('the term of publicity', () => {
  it('runs from the day of publication to the longest of its class', () => {
    expect(publicTerm({ published: true, maxMonths: 12 }, from)).toEqual({ from, until: '2027-11-30' });
    expect(publicTerm({ published: true, maxMonths: 36 }, from)).toEqual({ from, until: '2029-11-30' });
  });

  it('is none for a class that is in principle not published', () => {
    expect(publicTerm({ published: false, maxMonths: 3 }, from)).toBeNull();
  });
});
