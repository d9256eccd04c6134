import { shareClass } from '../src/features/workbench/figures/low-grade-share';

describe('the colour of a tile', () => {
  it.each([
    [null, 'share-none'],
    [0, 'share-none'],
    [0.01, 'share-low'],
    [0.05, 'share-low'],
    [0.051, 'share-some'],
    [0.15, 'share-some'],
    [0.2, 'share-high'],
    [1, 'share-high'],
  ])('for a share of %p of low grades is %s', (share, name) => {
    expect(shareClass(share)).toBe(name);
  });
});
