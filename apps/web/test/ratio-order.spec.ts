import { ratiosToLookAt } from '../src/features/inspections/plans/ratio-order';

const ratios = (...percents: (number | null)[]) => {
  const [a = 0, b = 0, c = 0, d = 0] = percents;
  return { A: { percent: a }, B: { percent: b }, C: { percent: c }, D: { percent: d } };
};

describe('the ratios of a plan', () => {
  it('are as usual while they rise or stay, or are not complete', () => {
    expect(ratiosToLookAt(ratios(5, 10, 30, 100))).toBeNull();
    expect(ratiosToLookAt(ratios(10, 10, 10, 10))).toBeNull();
    expect(ratiosToLookAt(ratios(5, null, 30, 100))).toBeNull();
  });

  it('are to be looked at again where a worse grade is drawn less than a better one', () => {
    expect(ratiosToLookAt(ratios(5, 100, 0, 100))).toBe(
      '抽查比例：C 级（0%）低于 B 级（100%）。一般信用越低，抽得越多；确需这样安排的，可以继续。',
    );
    expect(ratiosToLookAt(ratios(50, null, 30, 40))).toContain(
      'C 级（30%）低于 A 级（50%），D 级（40%）低于',
    );
  });
});
