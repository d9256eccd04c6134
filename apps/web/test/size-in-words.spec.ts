import { sizeInWords } from '../src/shared/files/size-in-words';

describe('the size of a file', () => {
  it.each([
    [1, '1 KB'],
    [18_400, '18 KB'],
    [1_048_575, '1.0 MB'],
    [2_500_000, '2.4 MB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
