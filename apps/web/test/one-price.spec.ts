import { highestShown } from '../src/shared/form/one-price';

describe('a price that was typed once', () => {
  it('comes back with its highest left open, as it was typed', () => {
    expect(highestShown({ from: 268000, to: 268000 }, false)).toBeNull();
    expect(highestShown({ from: 268000, to: 300000 }, false)).toBe(300000);
  });

  it('keeps under the hand what is being typed as the highest, also where both are the same', () => {
    expect(highestShown({ from: 100, to: 100 }, true)).toBe(100);
  });
});
