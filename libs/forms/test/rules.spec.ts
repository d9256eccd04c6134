import { LEGAL_FORM_LABELS } from '@zhaoguan/contracts';
import { usccCheckDigit } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { validateForm } from '../src';
import { childcareFaults, CONTEXT, ELDERLY, ELDERLY_FORM, elderlyFaults, placesOf } from './forms.builder';

const HOME = {
  siteType: 'HOME',
  capacity: 5,
  name: '示例·小树苗家庭托育点',
  floorAreaM2: 60,
  particulars: {},
};
const messages = (faults: readonly { readonly message: string }[]) => faults.map(({ message }) => message);

describe('the rules of the forms', () => {
  it.each([
    ['ENTERPRISE', '526101160000000199', 'PRIVATE_NON_ENTERPRISE'],
    ['PRIVATE_NON_ENTERPRISE', '91500152000000027C', 'ENTERPRISE'],
    ['PUBLIC_INSTITUTION', '92650203000000043G', 'SOLE_PROPRIETOR'],
    ['SOLE_PROPRIETOR', '12330106000000035P', 'PUBLIC_INSTITUTION'],
  ] as const)('take %s only with a code of that body, not %s', (legalForm, uscc, actual) => {
    const found = elderlyFaults({ legalForm, uscc }).filter(({ severity }) => severity === 'ERROR');
    expect(found).toEqual([
      {
        pointer: '/institution/legalForm',
        code: 'LEGAL_FORM_MISMATCH',
        message: `与信用代码不一致：该代码属于${LEGAL_FORM_LABELS[actual]}`,
        basis: expect.objectContaining({ law: expect.stringContaining('GB 32100-2015') }),
        severity: 'ERROR',
      },
    ]);
    expect(placesOf(elderlyFaults({ legalForm: actual, uscc }))).not.toContain(
      '/institution/legalForm LEGAL_FORM_MISMATCH',
    );
  });

  it('say of a code of another body that it is one', () => {
    const authority = '11610116000000000';
    const found = elderlyFaults({ uscc: `${authority}${usccCheckDigit(authority)}` });
    expect(messages(found)).toContain('与信用代码不一致：该代码属于其他类型的机构');
  });

  it('of a 养老机构 want ten beds or more', () => {
    const nine = elderlyFaults({ capacity: 9, nursingBeds: null, particulars: {} });
    expect(placesOf(nine)).toEqual(['/institution/capacity CAPACITY_TOO_SMALL']);
    expect(messages(nine)).toEqual(['养老机构床位数不少于 10 张']);
    expect(elderlyFaults({ capacity: 10, nursingBeds: null, particulars: {} })).toEqual([]);
    expect(childcareFaults({ capacity: 9, classes: null })).toEqual([]);
  });

  it('allow no more nursing beds than beds', () => {
    const more = elderlyFaults({ nursingBeds: 121, particulars: {} });
    expect(placesOf(more)).toEqual(['/institution/nursingBeds NURSING_BEDS_EXCEED_CAPACITY']);
    expect(messages(more)).toEqual(['护理型床位数不能超过床位数']);
    expect(elderlyFaults({ nursingBeds: 120, particulars: {} })).toEqual([]);
  });

  it.each([
    ['three years to the day', '2026-01-01', '2028-12-31', 0],
    ['one day less', '2026-01-01', '2028-12-30', 1],
    ['a leap day to a leap year', '2024-02-29', '2027-02-27', 0],
    ['one day less from a leap day', '2024-02-29', '2027-02-26', 1],
    ['from today when the beginning is not given', null, '2029-11-19', 0],
    ['one day less from today', null, '2029-11-18', 1],
  ])('of a leased 托育机构 want a lease of three years: %s', (_name, leaseStartsOn, leaseEndsOn, faults) => {
    const lease = { leaseStartsOn, leaseEndsOn };
    const found = childcareFaults({ premisesTenure: 'LEASED', ...lease });
    expect(messages(found)).toEqual(faults === 0 ? [] : ['租赁场地的租期不少于 3 年']);
    expect(childcareFaults({ premisesTenure: 'OWNED', ...lease })).toEqual([]);
    expect(elderlyFaults({ premisesTenure: 'LEASED', ...lease })).toEqual([]);
  });

  it('let no lease end before it begins', () => {
    const lease = { leaseStartsOn: '2027-01-02', leaseEndsOn: '2027-01-01' };
    const found = elderlyFaults({ premisesTenure: 'LEASED', ...lease });
    expect(placesOf(found)).toEqual(['/institution/leaseEndsOn LEASE_ENDS_EARLY']);
    expect(messages(found)).toEqual(['租期届满日不能早于起始日']);
    expect(elderlyFaults({ ...lease, leaseEndsOn: '2027-01-02' })).toEqual([]);
  });

  it('take no lease that has run out before the day on which it is handed in', () => {
    const until = (leaseEndsOn: string) => ({ leaseStartsOn: '2020-01-01', leaseEndsOn });
    for (const faults of [elderlyFaults, childcareFaults]) {
      const found = faults(until('2026-11-19'));
      expect(placesOf(found)).toEqual(['/institution/leaseEndsOn LEASE_ENDED']);
      expect(found).toMatchObject([{ severity: 'ERROR' }]);
      expect(messages(found)).toEqual(['租期已经届满；已续租的，请填写续租合同的租期']);
      expect(faults(until('2026-11-20'))).toEqual([]);
      expect(faults({ ...until('2026-11-19'), premisesTenure: 'OWNED' })).toEqual([]);
    }
  });

  it.each([
    ['郭杜', 1],
    ['陕西省西安市长安区韦曲街道', 1],
    ['长安区三里村', 1],
    ['长安区示例路8号', 0],
    ['长安区示例路８号', 0],
    ['子午街道台沟村三组', 0],
    ['韦曲街道一百零二号', 0],
  ])('ask to look twice at an address without a number: %s', (address, warnings) => {
    for (const faults of [elderlyFaults, childcareFaults]) {
      const found = faults({ address });
      expect(placesOf(found)).toEqual(warnings === 0 ? [] : ['/institution/address ADDRESS_WITHOUT_NUMBER']);
      expect(found.every(({ severity }) => severity === 'WARNING')).toBe(true);
    }
  });

  it('of a 家庭托育点 want that it is small, childcare, and named so', () => {
    expect(childcareFaults(HOME)).toEqual([]);
    const six = childcareFaults({ ...HOME, capacity: 6 });
    expect(placesOf(six)).toEqual(['/institution/capacity CAPACITY_TOO_LARGE']);
    expect(messages(six)).toEqual(['家庭托育点收托人数不超过 5 人，超过的应按托育机构备案']);
    const unnamed = childcareFaults({ ...HOME, name: '示例·小树苗' });
    expect(placesOf(unnamed)).toEqual(['/institution/name NAME_WITHOUT_CHILDCARE']);
    expect(messages(unnamed)).toEqual(['家庭托育点名称中应当注明“托育”']);
    const elderly = elderlyFaults({ siteType: 'HOME' });
    expect(placesOf(elderly)).toEqual(['/institution/siteType SITE_TYPE_MISMATCH']);
    expect(messages(elderly)).toEqual(['家庭托育点应按托育机构备案']);
  });

  it('only warn of a 托育机构 whose name does not say so, and of a small dwelling', () => {
    expect(childcareFaults({ name: '示例·小树苗' })).toMatchObject([
      { code: 'NAME_WITHOUT_CHILDCARE', severity: 'WARNING' },
    ]);
    expect(childcareFaults({ ...HOME, floorAreaM2: 44.99 })).toMatchObject([
      { pointer: '/institution/floorAreaM2', code: 'AREA_TOO_SMALL', severity: 'WARNING' },
    ]);
    expect(childcareFaults({ ...HOME, floorAreaM2: 45 })).toEqual([]);
  });

  it.each([
    ['INFANT', '乳儿班', 10],
    ['YOUNGER_TODDLER', '托小班', 15],
    ['OLDER_TODDLER', '托大班', 20],
    ['MIXED', '混合编班', 18],
  ] as const)('have classes %s (%s) of at most %i', (type, label, most) => {
    const classesOf = (places: number) =>
      childcareFaults({ classes: [{ type, classes: 2, places }], particulars: {} });
    expect(classesOf(2 * most)).toEqual([]);
    const found = classesOf(2 * most + 1);
    expect(placesOf(found)).toEqual(['/institution/classes/0/places CLASS_TOO_LARGE']);
    expect(messages(found)).toEqual([`${label}每班不超过 ${most} 人`]);
  });

  it('take no answer to what the form does not ask', () => {
    const classes = [{ type: 'INFANT', classes: 1, places: 10 }];
    expect(placesOf(elderlyFaults({ classes, serviceForms: ['FULL_DAY'] }))).toEqual([
      '/institution/classes NOT_APPLICABLE',
      '/institution/serviceForms NOT_APPLICABLE',
    ]);
    expect(elderlyFaults({ classes: [], serviceForms: [], siteType: null })).toEqual([]);
    expect(placesOf(childcareFaults({ nursingBeds: 1 }))).toEqual([
      '/institution/nursingBeds NOT_APPLICABLE',
    ]);
    expect(childcareFaults({ nursingBeds: 0 })).toEqual([]);
  });

  it('name all faults at once', () => {
    const found = elderlyFaults({
      capacity: 5,
      nursingBeds: 6,
      legalForm: 'PUBLIC_INSTITUTION',
      particulars: {},
    });
    expect(placesOf(found)).toEqual([
      '/institution/legalForm LEGAL_FORM_MISMATCH',
      '/institution/capacity CAPACITY_TOO_SMALL',
      '/institution/nursingBeds NURSING_BEDS_EXCEED_CAPACITY',
    ]);
  });

  it('judge exactly at the limit, for any numbers', () => {
    const count = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(count, count, (beds, nursing) => {
        const codes = elderlyFaults({ capacity: beds, nursingBeds: nursing, particulars: {} }).map(
          ({ code }) => code,
        );
        expect(codes.includes('CAPACITY_TOO_SMALL')).toBe(beds < 10);
        expect(codes.includes('NURSING_BEDS_EXCEED_CAPACITY')).toBe(nursing > beds);
      }),
    );
    const row = fc.record({
      type: fc.constantFrom('INFANT', 'YOUNGER_TODDLER', 'OLDER_TODDLER', 'MIXED'),
      classes: fc.integer({ min: 1, max: 5 }),
      places: fc.integer({ min: 1, max: 120 }),
    });
    const limits: Record<string, number> = { INFANT: 10, YOUNGER_TODDLER: 15, OLDER_TODDLER: 20, MIXED: 18 };
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: ({ type }) => type }),
        count,
        (classes, capacity) => {
          const places = placesOf(childcareFaults({ classes, capacity, particulars: {} }));
          const large = classes.flatMap((each, i) =>
            each.places > each.classes * (limits[each.type] ?? 0)
              ? [`/institution/classes/${i}/places CLASS_TOO_LARGE`]
              : [],
          );
          const sum = classes.reduce((total, each) => total + each.places, 0);
          const over = sum > capacity ? ['/institution/classes PLACES_EXCEED_CAPACITY'] : [];
          const below = sum < capacity ? ['/institution/classes PLACES_BELOW_CAPACITY'] : [];
          expect(places).toEqual([...large, ...over, ...below]);
        },
      ),
    );
  });

  it('say nothing while they cannot know: a field is empty, hidden or wrong by itself, or a number is not there', () => {
    expect(placesOf(elderlyFaults({ capacity: null, nursingBeds: 60 }))).toEqual([]);
    expect(placesOf(elderlyFaults({ capacity: '很多', nursingBeds: 60 }))).toEqual([
      '/institution/capacity IS_INT',
    ]);
    const hidden = { premisesTenure: 'OWNED', leaseStartsOn: '2026-01-02', leaseEndsOn: '2026-01-01' };
    expect(elderlyFaults(hidden)).toEqual([]);
    const nine = { institution: { ...ELDERLY, capacity: 9, nursingBeds: null, particulars: {} } };
    expect(validateForm(ELDERLY_FORM, nine, { ...CONTEXT, terms: {} })).toEqual([]);
  });
});
