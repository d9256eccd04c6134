import { addDays, plainDate, type PlainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { LIST_WORDS, PUBLIC_WORDS } from '../src/regimes';
import {
  findRegime,
  isLicensedIn,
  licencesWithoutHomes,
  parseRegimes,
  ReferenceDataError,
  regimeOn,
  transitionEnd,
  type RegimeRow,
} from '../src/reference';
import { loadReference } from './reference-file';

const rows = parseRegimes(loadReference('regimes.json')).items;
const START = plainDate('2027-07-01');
const licence = (more: Partial<RegimeRow> = {}): RegimeRow => ({
  kind: 'CHILDCARE',
  siteType: null,
  jurisdiction: '000000',
  regime: 'LICENCE',
  effectiveFrom: START,
  transitionUntil: plainDate('2028-06-30'),
  validYears: 5,
  basis: { law: '《示例托育服务条例》', article: '第八条' },
  evidence: 'M',
  note: null,
  ...more,
});
const at = (on: PlainDate, more: object = {}) => ({
  kind: 'CHILDCARE' as const,
  siteType: null,
  district: '610116',
  on,
  ...more,
});

describe('the regimes as they are shipped', () => {
  it('file every kind of site everywhere, for no law asks for a licence', () => {
    expect(new Set(rows.map(({ regime }) => regime))).toEqual(new Set(['FILING']));
    expect(rows.map(({ kind, siteType }) => [kind, siteType])).toEqual([
      ['ELDERLY_CARE', null],
      ['CHILDCARE', null],
      ['CHILDCARE', 'HOME'],
    ]);
  });
});

describe('the list of regimes', () => {
  const parse = (row: object) => () =>
    parseRegimes({ ...(loadReference('regimes.json') as object), items: [row] });

  it.each<[string, Partial<RegimeRow>, RegExp]>([
    ['养老机构 that are licensed', { kind: 'ELDERLY_CARE' }, /第四十三条/],
    ['a licence by default of the system', { evidence: 'D' }, /第十四条/],
    ['a licence that does not say how long filings stand', { transitionUntil: null }, /过渡期/],
    ['a transition that ends before it begins', { transitionUntil: plainDate('2027-06-30') }, /早于生效日期/],
    ['a filing with a transition', { regime: 'FILING', validYears: null }, /备案没有过渡期/],
    ['a filing with a last day', { regime: 'FILING', transitionUntil: null }, /备案没有有效期/],
    ['no years', { validYears: 0 }, /1至30/],
  ])('refuses %s', (_, more, fault) => {
    expect(parse(licence(more))).toThrow(ReferenceDataError);
    expect(parse(licence(more))).toThrow(fault);
  });

  it('refuses two rows for one place and day, and takes a lawful licence', () => {
    const file = { ...(loadReference('regimes.json') as object), items: [licence(), licence()] };
    expect(() => parseRegimes(file)).toThrow(/重复/);
    expect(parse(licence())()).toMatchObject({ items: [{ regime: 'LICENCE' }] });
  });
});

describe('a switch that leaves 家庭托育点 as they are', () => {
  const HOMES = { siteType: 'HOME' } as const;
  const PROVINCE = { jurisdiction: '610000' } as const;
  it.each([
    ['none as they are shipped', [], []],
    ['a place without a row of theirs', [licence(PROVINCE)], ['610000']],
    ['the whole country, for which they file since 2023', [licence()], ['000000']],
    ['none where they are licensed as well', [licence(PROVINCE), licence({ ...PROVINCE, ...HOMES })], []],
    ['none in a county of such a place', [licence(HOMES), licence({ jurisdiction: '610116' })], []],
    [
      'none where it is said that they go on filing',
      [licence(PROVINCE), licence({ ...PROVINCE, ...HOMES, regime: 'FILING' })],
      [],
    ],
    [
      'none where filing has taken over again',
      [licence(PROVINCE), licence({ ...PROVINCE, regime: 'FILING', effectiveFrom: addDays(START, 1) })],
      [],
    ],
  ])('is told of: %s', (_, more, places) => {
    expect(licencesWithoutHomes([...rows, ...more]).map(({ jurisdiction }) => jurisdiction)).toEqual(places);
  });
});

describe('the regime of a place and a day', () => {
  it('changes on the day, and not before', () => {
    const switched = [...rows, licence()];
    expect(regimeOn(switched, at(addDays(START, -1)))).toBe('FILING');
    expect(regimeOn(switched, at(START))).toBe('LICENCE');
    expect(transitionEnd(switched, at(START))).toBe('2028-06-30');
    expect(transitionEnd(switched, at(addDays(START, -1)))).toBeNull();
  });

  it('is that of the nearest place, for this kind of site alone', () => {
    const switched = [...rows, licence({ jurisdiction: '610000' })];
    expect(regimeOn(switched, at(START))).toBe('LICENCE');
    expect(regimeOn(switched, at(START, { district: '500152' }))).toBe('FILING');
    expect(regimeOn(switched, at(START, { siteType: 'HOME' }))).toBe('FILING');
    expect(regimeOn(switched, at(START, { kind: 'ELDERLY_CARE' }))).toBe('FILING');
    const kept = licence({ jurisdiction: '610116', regime: 'FILING' });
    expect(regimeOn([...switched, kept], at(START))).toBe('FILING');
  });

  const day = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(START, days));
  const place = fc.constantFrom('610116', '610100', '610000', '000000', '500152');

  it('is a filing on every day before the first licence, whatever is entered for later days', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ on: day, place })), day, (entered, on) => {
        const later = entered.map(({ on: from, place: jurisdiction }) =>
          licence({ jurisdiction, effectiveFrom: from }),
        );
        const first = later.every(({ effectiveFrom }) => effectiveFrom > on);
        if (first) expect(regimeOn([...rows, ...later], at(on))).toBe('FILING');
        expect(regimeOn([...rows, ...later], at(on, { kind: 'ELDERLY_CARE' }))).toBe('FILING');
      }),
    );
  });

  it('is not touched by what begins on a later day, in whatever order the rows stand', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 8 }), day, (days, on) => {
        const all = days.map((from, i) =>
          licence({ effectiveFrom: from, regime: i % 2 === 0 ? 'LICENCE' : 'FILING' }),
        );
        const begun = all.filter(({ effectiveFrom }) => effectiveFrom <= on);
        expect(findRegime(all, at(on))).toEqual(findRegime([...begun].reverse(), at(on)));
      }),
    );
  });
});

describe('lists that may hold licences', () => {
  const begun = [...rows, licence({ jurisdiction: '610116' })];
  const CARED = ['CHILDCARE'] as const;

  it.each([
    [['610116'], true],
    [['610100'], true],
    [['610000'], true],
    [['*'], true],
    [['610102'], false],
    [['500152', '610116'], true],
    [['500152'], false],
    [[], false],
  ])('are those of whoever works at %j: %s', (places, holds) => {
    expect(isLicensedIn(begun, { places, kinds: CARED })).toBe(holds);
    expect(isLicensedIn(begun, { places, kinds: ['ELDERLY_CARE'] })).toBe(false);
    expect(isLicensedIn(rows, { places, kinds: CARED })).toBe(false);
    expect(isLicensedIn([licence()], { places, kinds: CARED })).toBe(places.length > 0);
  });

  it('name a state by both its names where they differ', () => {
    expect(LIST_WORDS.BOTH.states).toMatchObject({ DRAFT: '草稿', ACCEPTED: '已备案／已许可／已登记' });
    for (const words of [LIST_WORDS, PUBLIC_WORDS]) {
      expect(JSON.stringify(words.FILINGS)).not.toContain('许可');
      expect(Object.keys(words.BOTH)).toEqual(Object.keys(words.FILINGS));
    }
  });
});
