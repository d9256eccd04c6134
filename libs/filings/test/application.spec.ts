import { plainDate } from '@zhaoguan/kernel';
import { fillIn, type ApplicationInput } from '../src/domain/application';
import { faultsOf, missingFields } from '../src/domain/application-faults';
import { CHILDCARE_APPLICATION, ELDERLY_APPLICATION } from './filing.builder';

const limits = { today: plainDate('2026-11-20'), minimumBeds: 10, homeMaximum: 5, leaseYears: 3 };
const elderly = (input: ApplicationInput) =>
  faultsOf(fillIn({ ...(ELDERLY_APPLICATION as ApplicationInput), ...input }), 'ELDERLY_CARE', limits);
const childcare = (input: ApplicationInput) =>
  faultsOf(fillIn({ ...(CHILDCARE_APPLICATION as ApplicationInput), ...input }), 'CHILDCARE', limits);
const named = (pointer: string, code: string) => [expect.objectContaining({ pointer, code })];

describe('an application', () => {
  it('has no fault when it is right', () => {
    expect(elderly({})).toEqual([]);
    expect(childcare({})).toEqual([]);
  });

  it('of a 养老机构 has ten beds or more', () => {
    expect(elderly({ capacity: 9 })).toEqual(named('/institution/capacity', 'CAPACITY_TOO_SMALL'));
    expect(elderly({ capacity: 10 })).toEqual([]);
    expect(childcare({ capacity: 9 })).toEqual([]);
  });

  it('cannot have more nursing beds than beds', () => {
    expect(elderly({ nursingBeds: 121 })).toEqual(
      named('/institution/nursingBeds', 'NURSING_BEDS_EXCEED_CAPACITY'),
    );
    expect(elderly({ nursingBeds: 120 })).toEqual([]);
  });

  it.each([
    ['ENTERPRISE', '526101160000000199'],
    ['PRIVATE_NON_ENTERPRISE', '91500152000000027C'],
    ['PUBLIC_INSTITUTION', '92650203000000043G'],
    ['SOLE_PROPRIETOR', '12330106000000035P'],
  ] as const)('says %s only with a code of that body, not %s', (legalForm, uscc) => {
    expect(elderly({ legalForm, uscc })).toEqual(named('/institution/legalForm', 'LEGAL_FORM_MISMATCH'));
  });

  it.each([
    ['three years to the day', '2026-01-01', '2028-12-31', 0],
    ['one day less', '2026-01-01', '2028-12-30', 1],
    ['from today when the beginning is not given', null, '2029-11-19', 0],
    ['one day less from today', null, '2029-11-18', 1],
  ] as const)(
    'of a leased 托育机构 needs a lease of three years: %s',
    (_name, leaseStartsOn, leaseEndsOn, faults) => {
      expect(childcare({ premisesTenure: 'LEASED', leaseStartsOn, leaseEndsOn })).toHaveLength(faults);
      expect(childcare({ premisesTenure: 'OWNED', leaseStartsOn, leaseEndsOn })).toEqual([]);
      expect(elderly({ premisesTenure: 'LEASED', leaseStartsOn, leaseEndsOn })).toEqual([]);
    },
  );

  it('of a 家庭托育点 is small, childcare, and named so', () => {
    const home: ApplicationInput = { siteType: 'HOME', capacity: 5, name: '示例·小树苗家庭托育点' };
    expect(childcare(home)).toEqual([]);
    expect(childcare({ ...home, capacity: 6 })).toEqual(named('/institution/capacity', 'CAPACITY_TOO_LARGE'));
    expect(childcare({ ...home, name: '示例·小树苗' })).toEqual(
      named('/institution/name', 'NAME_WITHOUT_CHILDCARE'),
    );
    expect(elderly({ siteType: 'HOME', name: '示例·托育' })).toEqual(
      named('/institution/siteType', 'SITE_TYPE_MISMATCH'),
    );
  });

  it.each([
    ['INFANT', 10],
    ['YOUNGER_TODDLER', 15],
    ['OLDER_TODDLER', 20],
    ['MIXED', 18],
  ] as const)('has classes %s of at most %i', (type, most) => {
    expect(childcare({ classes: [{ type, classes: 2, places: 2 * most }] })).toEqual([]);
    expect(childcare({ classes: [{ type, classes: 2, places: 2 * most + 1 }] })).toEqual(
      named('/institution/classes/0/places', 'CLASS_TOO_LARGE'),
    );
  });

  it('has no more places in classes than in all, and none at all for the old', () => {
    const classes = [{ type: 'OLDER_TODDLER', classes: 4, places: 61 }] as const;
    expect(childcare({ classes })).toEqual(named('/institution/classes', 'PLACES_EXCEED_CAPACITY'));
    expect(elderly({ classes })).toEqual(named('/institution/classes', 'NOT_APPLICABLE'));
  });

  it('names all faults at once', () => {
    expect(elderly({ capacity: 5, nursingBeds: 6, legalForm: 'ENTERPRISE' })).toHaveLength(3);
  });

  it('is stored in one spelling', () => {
    const application = fillIn({
      name: '　示例·长安　 养老院\n',
      uscc: '９１５００１５２０００００００２７c',
      contact: { phone: '（029）8529 0000' },
    });
    expect(application).toMatchObject({
      name: '示例·长安 养老院',
      uscc: '91500152000000027C',
      contact: { phone: '029-85290000' },
    });
  });

  it('keeps what is not named, and clears what is null', () => {
    const before = fillIn(ELDERLY_APPLICATION as ApplicationInput);
    const after = fillIn({ legalRepresentative: { phone: null }, township: '610116001' }, before);
    expect(after).toEqual({
      ...before,
      township: '610116001',
      legalRepresentative: { ...before.legalRepresentative, phone: null },
    });
    expect(missingFields(before)).toEqual([]);
    expect(missingFields(after)).toEqual(named('/institution/legalRepresentative/phone', 'REQUIRED'));
  });
});
