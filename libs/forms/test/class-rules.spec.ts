import { validateForm } from '../src';
import { CHILDCARE, CHILDCARE_FORM, childcareFaults, CONTEXT, placesOf } from './forms.builder';

const messages = (faults: readonly { readonly message: string }[]) => faults.map(({ message }) => message);

describe('the rules of the classes of a 托育机构', () => {
  it.each([
    ['INFANT', '乳儿班'],
    ['YOUNGER_TODDLER', '托小班'],
    ['MIXED', '混合编班'],
  ] as const)('look twice at a class (%s) of a kindergarten for those under two', (type, label) => {
    const rows = [{ type, classes: 1, places: 10 }];
    const found = childcareFaults({ classes: rows, particulars: { organiser: 'KINDERGARTEN' } });
    expect(placesOf(found)).toEqual(['/institution/classes/0/type CLASS_TOO_YOUNG']);
    expect(found).toMatchObject([{ severity: 'WARNING' }]);
    expect(messages(found)).toEqual([
      `幼儿园开设的托班一般收托 24 个月以上的幼儿；开设${label}的，请核对当地规定`,
    ]);
    expect(childcareFaults({ classes: rows, particulars: { organiser: 'EMPLOYER' } })).toEqual([]);
  });

  it('let a kindergarten open classes for those of two, and younger where the place says so', () => {
    const organiser = { organiser: 'KINDERGARTEN' };
    const older = [{ type: 'OLDER_TODDLER', classes: 2, places: 40 }];
    expect(childcareFaults({ classes: older, particulars: organiser })).toEqual([]);
    const named = { name: '示例·阳光幼儿园', classes: older };
    expect(childcareFaults({ ...named, particulars: organiser })).toEqual([]);
    expect(placesOf(childcareFaults({ ...named, particulars: {} }))).toEqual([
      '/institution/name NAME_WITHOUT_CHILDCARE',
    ]);
    const younger = { ...CONTEXT, terms: { ...CONTEXT.terms, KINDERGARTEN_YOUNGEST_MONTHS: 18 } };
    const institution = {
      ...CHILDCARE,
      capacity: 10,
      classes: [{ type: 'MIXED', classes: 1, places: 10 }],
      particulars: organiser,
    };
    expect(validateForm(CHILDCARE_FORM, { institution }, younger)).toEqual([]);
  });

  it('name every class that is too large', () => {
    const row = { type: 'INFANT', classes: 1, places: 11 };
    const classes = [
      row,
      { ...row, type: 'MIXED', places: 10 },
      { ...row, type: 'OLDER_TODDLER', places: 21 },
    ];
    expect(placesOf(childcareFaults({ classes, particulars: {} }))).toEqual([
      '/institution/classes/0/places CLASS_TOO_LARGE',
      '/institution/classes/2/places CLASS_TOO_LARGE',
    ]);
  });

  it('name each type of class once: how many there are of it is said in its row', () => {
    const [younger, older] = CHILDCARE.classes;
    expect(childcareFaults({ classes: [{ ...younger, classes: 3 }, older], particulars: {} })).toEqual([]);
    const found = childcareFaults({ classes: [younger, older, { ...younger, places: 10 }], particulars: {} });
    expect(found).toMatchObject([
      { pointer: '/institution/classes/2/type', code: 'CLASS_TWICE', severity: 'ERROR' },
    ]);
  });

  it('allow the classes no more places than there are in all', () => {
    const classes = [{ type: 'OLDER_TODDLER', classes: 4, places: 61 }];
    const found = childcareFaults({ classes, capacity: 60, particulars: {} });
    expect(placesOf(found)).toEqual(['/institution/classes PLACES_EXCEED_CAPACITY']);
    expect(messages(found)).toEqual(['各班托位之和不能超过托位数']);
    expect(childcareFaults({ classes, capacity: 61, particulars: {} })).toEqual([]);
  });

  it('want every place in a class, by which carers are reckoned; those by the hour may stand in none', () => {
    const classes = [{ type: 'OLDER_TODDLER', classes: 1, places: 7 }];
    const of = (changes: object) => childcareFaults({ classes, capacity: 200, particulars: {}, ...changes });
    expect(of({})).toMatchObject([
      {
        pointer: '/institution/classes',
        code: 'PLACES_BELOW_CAPACITY',
        severity: 'ERROR',
        message: '各班托位之和应当等于托位数，还差 193 个',
      },
    ]);
    expect(of({ serviceForms: ['FULL_DAY', 'HOURLY'] })).toMatchObject([
      { code: 'PLACES_BELOW_CAPACITY', severity: 'WARNING' },
    ]);
    // Said while they are typed: not of rows that do not say yet how many they have.
    expect(of({ classes: [...classes, { type: 'INFANT', classes: 1 }] })).toEqual([]);
    expect(of({ capacity: 7 })).toEqual([]);
  });
});
