import { staysHome, withWhatIsKnown } from '../src/features/filings/anew';

const BEFORE = {
  kind: 'CHILDCARE' as const,
  siteType: 'HOME' as const,
  uscc: '916100000000000518',
  district: '610116',
  address: '示例路2号',
  township: '610116001000',
};
const NOW = { kind: BEFORE.kind, name: '示例·小灯笼托育点', uscc: BEFORE.uscc, district: BEFORE.district };

describe('a first filing once more', () => {
  it('of a 家庭托育点 stays one, at its place', () => {
    expect(withWhatIsKnown(BEFORE, NOW)).toEqual({
      name: NOW.name,
      uscc: NOW.uscc,
      district: NOW.district,
      siteType: 'HOME',
      address: BEFORE.address,
      township: BEFORE.township,
    });
  });

  it('of another place has no address yet and is a 家庭托育点 all the same', () => {
    const known = withWhatIsKnown(BEFORE, { ...NOW, district: '610113' });
    expect(known).toMatchObject({ siteType: 'HOME', district: '610113' });
    expect(known).not.toHaveProperty('address');
  });

  it('of another legal person, of another kind or of what was none is no 家庭托育点', () => {
    expect(withWhatIsKnown(BEFORE, { ...NOW, uscc: '526101160000000199' })).not.toHaveProperty('siteType');
    expect(withWhatIsKnown({ ...BEFORE, siteType: null }, NOW)).not.toHaveProperty('siteType');
    expect(withWhatIsKnown(undefined, NOW)).toEqual({
      name: NOW.name,
      uscc: NOW.uscc,
      district: NOW.district,
    });
    expect(staysHome(BEFORE, { ...NOW, kind: 'ELDERLY_CARE' })).toBe(false);
  });
});
