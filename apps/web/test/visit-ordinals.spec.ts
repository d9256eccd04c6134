import { visitOrdinals } from '../src/features/filings/verification/visit-ordinals';

describe('visits of a filing', () => {
  const later = { id: 'later', visits: [{ seq: 1 }] };
  const first = { id: 'first', visits: [{ seq: 1 }, { seq: 3 }] };

  it('are numbered over all verifications, of which the last comes first, and only where there are several', () => {
    const ordinals = visitOrdinals([later, first]);
    expect([ordinals('first', 1), ordinals('first', 3), ordinals('later', 1)]).toEqual([
      '第1次',
      '第2次',
      '第3次',
    ]);
    // What is no visit, such as the report of the applicant between two.
    expect(ordinals('first', 2)).toBe('');
    expect(visitOrdinals([later])('later', 1)).toBe('');
  });
});
