import fc from 'fast-check';
import {
  childcareFaults,
  childcareFound as childcare,
  childcareParticulars,
  elderlyFound as elderly,
  FORMS,
  only,
} from './forms.builder';

describe('the house of a 养老机构', () => {
  const codes = [
    'FLOOR_NOT_ALLOWED',
    'FLOOR_BEYOND_FIRE_RESISTANCE',
    'FIRE_RESISTANCE_TOO_LOW',
    'LIFT_MISSING',
  ] as const;
  const floors = fc.subarray(['BASEMENT', 'FIRST', 'SECOND', 'THIRD', 'HIGHER']);
  const grade = fc.constantFrom('FIRST', 'SECOND', 'THIRD', 'FOURTH', null);

  it('has its rooms above the ground, on two floors at most where it resists fire for a short time, and a lift', () => {
    fc.assert(
      fc.property(floors, grade, fc.constantFrom(true, false, null), (livingFloors, fireResistance, lift) => {
        const has = (...names: string[]) => livingFloors.some((floor) => names.includes(floor));
        const expected = {
          FLOOR_NOT_ALLOWED: has('BASEMENT'),
          FLOOR_BEYOND_FIRE_RESISTANCE: has('THIRD', 'HIGHER') && fireResistance === 'THIRD',
          FIRE_RESISTANCE_TOO_LOW: fireResistance === 'FOURTH',
          LIFT_MISSING: has('BASEMENT', 'SECOND', 'THIRD', 'HIGHER') && lift === false,
        };
        const found = elderly({ livingFloors, fireResistance, lift }, ...codes).map(({ code }) => code);
        expect(found).toEqual(codes.filter((code) => expected[code]));
      }),
    );
  });

  it('is refused below the ground, and looked at by the fire authority for the rest', () => {
    const wrong = { livingFloors: ['BASEMENT', 'THIRD'], fireResistance: 'THIRD', lift: false };
    expect(elderly(wrong, ...codes)).toMatchObject([
      { severity: 'ERROR', basis: { article: '第4.3.5条' } },
      { severity: 'WARNING', basis: { article: '第4.3.5条' } },
      { severity: 'WARNING', basis: { article: '第5.6.4条' } },
    ]);
    expect(elderly({ fireResistance: 'FOURTH' }, ...codes)).toMatchObject([
      { severity: 'WARNING', basis: { article: '第5.3.3条' } },
    ]);
  });
});

describe('the house of a 托育机构', () => {
  it.each([
    [['FIRST', 'SECOND'], []],
    [['BASEMENT', 'FIRST'], [['ERROR', '第4.1.3条']]],
    [['THIRD'], [['WARNING', '第4.1.3B条']]],
    [
      ['THIRD', 'HIGHER'],
      [
        ['ERROR', '第4.1.3B条'],
        ['WARNING', '第4.1.3B条'],
      ],
    ],
    [[], []],
  ])('has rooms for children on %j by the standard that binds', (livingFloors, expected) => {
    const found = childcareFaults(childcareParticulars({ livingFloors })).filter(({ code }) =>
      ['FLOOR_NOT_ALLOWED', 'FLOOR_UNUSUAL'].includes(code),
    );
    expect(found.map(({ severity, basis }) => [severity, basis?.article])).toEqual(expected);
    for (const { basis } of found) expect(basis?.law).toContain('JGJ 39-2016，2019年版');
  });

  it('has on its second floor the oldest alone, and no more than sixty of them', () => {
    const cases = (livingFloors: readonly string[], classes: readonly (readonly [string, number])[]) =>
      only(
        childcareFaults({
          classes: classes.map(([type, places]) => ({ type, classes: 4, places })),
          ...childcareParticulars({ livingFloors }),
        }),
        'SECOND_FLOOR_UNUSUAL',
      );
    expect(cases(['SECOND'], [['OLDER_TODDLER', 60]])).toEqual([]);
    expect(cases(['SECOND'], [['OLDER_TODDLER', 61]])).toMatchObject([{ severity: 'WARNING' }]);
    expect(
      cases(
        ['SECOND'],
        [
          ['OLDER_TODDLER', 20],
          ['INFANT', 10],
        ],
      ),
    ).toHaveLength(1);
    // Who lives where is not asked: the others may be on the first.
    expect(
      cases(
        ['FIRST', 'SECOND'],
        [
          ['OLDER_TODDLER', 80],
          ['INFANT', 10],
        ],
      ),
    ).toEqual([]);
    expect(cases(['FIRST', 'SECOND'], [['INFANT', 10]])).toHaveLength(1);
    expect(cases(['FIRST'], [['INFANT', 10]])).toEqual([]);
    expect(cases(['SECOND'], [])).toEqual([]);
  });

  it('is never held to a recommended standard as to a duty', () => {
    const said = FORMS.filter(({ effectiveTo }) => effectiveTo === null).flatMap(({ rules }) =>
      rules.filter(({ severity, basis }) => severity === 'ERROR' && /\/T /.test(basis?.law ?? '')),
    );
    expect(said).toEqual([]);
  });

  it('was not built in a year to come, and one of more than twenty years is to be looked at', () => {
    const codes = ['YEAR_TO_COME', 'BUILDING_OLD'] as const;
    expect(childcare({ builtIn: 2006 }, ...codes)).toEqual([]);
    expect(childcare({ builtIn: 2005 }, ...codes)).toMatchObject([
      { code: 'BUILDING_OLD', severity: 'WARNING' },
    ]);
    expect(childcare({ builtIn: 2026 }, ...codes)).toEqual([]);
    expect(childcare({ builtIn: 2027 }, ...codes)).toMatchObject([
      { code: 'YEAR_TO_COME', severity: 'ERROR' },
    ]);
  });
});
