import { isOwnOffice, isResponsible, siteOf } from '@zhaoguan/contracts';

describe('the authority responsible for a site', () => {
  const row = (code: string, districts: string[], townships: string[], excludedTownships: string[]) => ({
    code,
    name: code,
    level: 'COUNTY' as const,
    parent: null,
    policyArea: null,
    districts,
    townships,
    excludedTownships,
    validFrom: null,
    evidence: 'D' as const,
    note: null,
  });
  const jurisdictions = [
    row('610116', ['610116'], [], ['610116005']),
    row('XX-610000-XIXIAN', [], ['610116005'], []),
  ];
  it.each([
    [['610116'], null, true],
    [['610116'], '610116001', true],
    [['610116'], '610116005', false],
    [['610116005'], '610116005', true],
    [['610116005'], '610116001', false],
    [['610100'], '610116001', true],
    [['500152'], null, false],
    [[], null, false],
    [['*'], '610116005', true],
  ] as const)('%j for township %s: %s', (districts, township, expected) => {
    expect(isResponsible(districts, jurisdictions, { district: '610116', township })).toBe(expected);
  });

  it.each([
    [['610116'], null, true],
    [['610116'], '610116001', true],
    [['610116', '610118'], '610116001', true],
    [['610116005', '610112002'], '610116005', true],
    [['610116'], '610116005', false],
    [['610116', '610100'], '610116005', false],
    [['610100'], '610116001', false],
    [['610000'], null, false],
    [['*'], null, false],
    [[], null, false],
  ] as const)('is %j itself, and none above it, for township %s: %s', (districts, township, expected) => {
    expect(isOwnOffice(districts, jurisdictions, { district: '610116', township })).toBe(expected);
  });

  it('is the city where the site is its own, and where it has no counties', () => {
    expect(isOwnOffice(['610100'], jurisdictions, siteOf('610100'))).toBe(true);
    expect(isOwnOffice(['441900'], jurisdictions, { district: '441900', township: '441900003' })).toBe(true);
  });

  it('reads a code of nine digits as a township of its county', () => {
    expect(siteOf('610116005')).toEqual({ district: '610116', township: '610116005' });
    expect(siteOf('610100')).toEqual({ district: '610100', township: null });
  });
});
