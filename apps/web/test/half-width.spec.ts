import { halfWidthNumber, numberIn } from '../src/shared/form/half-width';

describe('a number as a Chinese input method writes it', () => {
  it.each([
    ['１２３', '123'],
    ['３０００．５０', '3000.50'],
    ['３。５', '3.5'],
    ['－１', '-1'],
    ['12.5', '12.5'],
    ['三万', '三万'],
  ])('reads %s as %s', (typed, written) => {
    expect(halfWidthNumber(typed)).toBe(written);
  });

  it('is read without its commas and its unit, and not where a word makes it another', () => {
    expect(numberIn('５，０００元')).toBe('5000');
    expect(numberIn('1,234,567.50 元')).toBe('1234567.50');
    expect(numberIn('')).toBe('');
    for (const typed of ['12,5', '1,23', '1,2345', '１２，５']) expect(Number(numberIn(typed))).toBeNaN();
    expect(Number(numberIn('3万'))).toBeNaN();
  });
});
