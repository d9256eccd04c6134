import { tickedAtFirst } from '../src/features/enforcement/ticked-at-first';

describe('the findings that are ticked when a case is begun', () => {
  const all = ['a', 'b', 'c'];

  it('are the one from which the person came, and what they had ticked before', () => {
    expect(tickedAtFirst(all, 'b', undefined)).toEqual(['b']);
    expect(tickedAtFirst(all, 'b', ['c', 'gone'])).toEqual(['b', 'c']);
    expect(tickedAtFirst(all, 'guidance', undefined)).toEqual([]);
  });

  it('are all of them for who came from none', () => {
    expect(tickedAtFirst(all, null, undefined)).toEqual(all);
    expect(tickedAtFirst(all, null, ['a'])).toEqual(['a']);
  });
});
