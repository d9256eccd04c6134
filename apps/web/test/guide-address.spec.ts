import { guideAddress } from '../src/features/filings/guide-address';

describe('the guide that the page of an institution leads to', () => {
  it('is that of its own kind of site', () => {
    const change = { type: 'CHANGE', district: '610116' } as const;
    expect(guideAddress({ ...change, kind: 'CHILDCARE', siteType: 'HOME' })).toBe(
      '/guide/home-childcare-change?district=610116&held=FILING',
    );
    expect(guideAddress({ ...change, kind: 'CHILDCARE', siteType: null })).toBe(
      '/guide/childcare-change?district=610116&held=FILING',
    );
    expect(guideAddress({ ...change, kind: 'ELDERLY_CARE' })).toBe(
      '/guide/elderly-care-change?district=610116&held=FILING',
    );
  });

  it('goes by the county, and but for a first filing by what is held', () => {
    const of = { kind: 'CHILDCARE', siteType: 'HOME', district: '610116' } as const;
    expect(guideAddress({ ...of, type: 'CHANGE', regime: 'LICENCE' })).toBe(
      '/guide/home-childcare-change?district=610116&held=LICENCE',
    );
    expect(guideAddress({ ...of, type: 'INITIAL', regime: 'LICENCE' })).toBe(
      '/guide/home-childcare-initial?district=610116',
    );
    expect(guideAddress({ kind: 'CHILDCARE', type: 'INITIAL' })).toBe('/guide/childcare-initial');
  });
});
