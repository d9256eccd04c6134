import {
  commonDistrict,
  coversDistrict,
  districtPrefix,
  DomainError,
  isDistrictCode,
  jurisdictionPrefixes,
} from '@zhaoguan/kernel';

describe('行政区划代码', () => {
  it.each([
    ['610000', '61'],
    ['610100', '6101'],
    ['610116', '610116'],
    ['610116005', '610116005'],
    ['441900003', '441900003'],
    ['500152', '500152'],
  ])('of %s everything inside begins with %s', (code, prefix) => {
    expect(districtPrefix(code)).toBe(prefix);
  });

  it.each(['', '6101', '61011', '6101160', '060000', '610016', 'XX-610000-XIXIAN', '610116005001', '*'])(
    'refuses “%s” as a code',
    (code) => {
      expect(isDistrictCode(code)).toBe(false);
      expect(() => districtPrefix(code)).toThrow(new DomainError('INVALID_DISTRICT'));
    },
  );

  it.each([
    [['610000'], '610116', true],
    [['610100'], '610116', true],
    [['610116'], '610116', true],
    [['610116'], '610116005', true],
    [['610116005', '610118005'], '610118005', true],
    [['*'], '650203', true],
    [['610116'], '610117', false],
    [['610116'], '610100', false],
    [['610116005'], '610116', false],
    [['610116005'], '610116006', false],
    [['500000'], '610116', false],
    [[], '610116', false],
  ])('jurisdiction %j over %s: %s', (jurisdiction, district, covered) => {
    expect(coversDistrict(jurisdiction, district)).toBe(covered);
  });

  it('refuses to guess at a right from a malformed code', () => {
    expect(() => coversDistrict(['6101'], '610116')).toThrow(DomainError);
    expect(() => coversDistrict(['*'], 'nowhere')).toThrow(DomainError);
  });

  it('gives a query the fewest prefixes', () => {
    expect(jurisdictionPrefixes(['610116', '610100', '500152', '610116', '500152001'])).toEqual([
      '500152',
      '6101',
    ]);
    expect(jurisdictionPrefixes(['610116', '*'])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(jurisdictionPrefixes([])).toEqual([]);
  });

  it.each([
    [['610116'], '610116'],
    [['610116', '610116'], '610116'],
    [['610116001'], '610116001'],
    [['610116001', '610116002'], '610116'],
    [['610116001', '610116'], '610116'],
    [['610116', '610113'], '610100'],
    [['610116001', '610113002'], '610100'],
    [['610116', '610100'], '610100'],
    [['610116', '610502'], '610000'],
    [['610116', '500152'], undefined],
    [['610116', '*'], undefined],
    [[], undefined],
  ])('finds the smallest district around %j: %s', (districts, around) => {
    expect(commonDistrict(districts)).toBe(around);
  });
});
