import fc from 'fast-check';
import { validateForm } from '../src';
import {
  CHILDCARE,
  CHILDCARE_FORM,
  childcareFaults,
  CONTEXT,
  ELDERLY,
  elderlyFaults,
  elderlyParticulars,
  childcareParticulars,
  only,
} from './forms.builder';

/** Nobody at the post is no row of it. */
const carers = (people: number) =>
  people === 0 ? [{ post: 'HEAD', people: 1 }] : [{ post: 'CARER', people, certified: 0, fullTime: 0 }];
const careWorkers = (people: number) => [{ post: 'CARE_WORKER', people, certified: 0, fullTime: 0 }];
const RATIOS: Readonly<Record<string, number>> = { INFANT: 3, YOUNGER_TODDLER: 5, OLDER_TODDLER: 7 };

/** Class by class, each child put into the smallest class: another way than that of the rule. */
function neededByHand(classes: readonly { type: string; classes: number; places: number }[], mixed: number) {
  return classes.reduce((sum, row) => {
    const ratio = row.type === 'MIXED' ? mixed : (RATIOS[row.type] ?? 0);
    const sizes = Array.from({ length: row.classes }, () => 0);
    for (let child = 0; child < row.places; child += 1) {
      const smallest = sizes.indexOf(Math.min(...sizes));
      sizes[smallest] = (sizes[smallest] ?? 0) + 1;
    }
    return sum + (ratio === 0 ? 0 : sizes.reduce((all, size) => all + Math.ceil(size / ratio), 0));
  }, 0);
}

const row = (types: readonly string[]) =>
  fc.record({
    type: fc.constantFrom(...types),
    classes: fc.integer({ min: 1, max: 4 }),
    places: fc.integer({ min: 1, max: 60 }),
  });
const CONFIRMED = Object.keys(RATIOS);

describe('the carers of a 托育机构', () => {
  const faultsWith = (classes: object, people: number, district?: object) =>
    only(
      childcareFaults({ classes, ...childcareParticulars({ staff: carers(people) }), ...district }),
      'CARERS_FEW',
      'CARERS_FEW_MIXED',
    );

  it('are enough for each class by itself: at the number no fault, one less an error', () => {
    fc.assert(
      fc.property(fc.array(row(CONFIRMED), { minLength: 1, maxLength: 4 }), (classes) => {
        const needed = neededByHand(classes, 0);
        expect(faultsWith(classes, needed)).toEqual([]);
        expect(faultsWith(classes, needed - 1)).toMatchObject([
          {
            code: 'CARERS_FEW',
            severity: 'ERROR',
            pointer: '/institution/particulars/staff',
            message: expect.stringContaining(`不少于 ${needed} 人（现填 ${needed - 1} 人）`),
            basis: { law: expect.stringContaining('托育机构设置标准') },
          },
        ]);
      }),
    );
  });

  it('are not pooled over classes', () => {
    const two = [{ type: 'OLDER_TODDLER', classes: 2, places: 16 }];
    expect(faultsWith(two, 4)).toEqual([]);
    expect(faultsWith(two, 3)).toMatchObject([{ severity: 'ERROR' }]);
  });

  it('are only asked to be looked at for mixed ages, by the number of the place', () => {
    fc.assert(
      fc.property(fc.array(row([...CONFIRMED, 'MIXED']), { minLength: 1, maxLength: 4 }), (classes) => {
        const [needed, without] = [neededByHand(classes, 5), neededByHand(classes, 0)];
        expect(faultsWith(classes, needed)).toEqual([]);
        if (needed > without) {
          const found = faultsWith(classes, needed - 1);
          expect(found).toMatchObject([{ code: 'CARERS_FEW_MIXED', severity: 'WARNING' }]);
        }
      }),
    );
    const institution = {
      ...CHILDCARE,
      classes: [{ type: 'MIXED', classes: 1, places: 18 }],
      ...childcareParticulars({ staff: carers(3) }),
    };
    const shenzhen = { ...CONTEXT, terms: { ...CONTEXT.terms, CHILDREN_PER_CARER_MIXED: 6 } };
    expect(only(validateForm(CHILDCARE_FORM, { institution }, shenzhen), 'CARERS_FEW_MIXED')).toEqual([]);
    expect(only(validateForm(CHILDCARE_FORM, { institution }, CONTEXT), 'CARERS_FEW_MIXED')).toHaveLength(1);
  });

  it('are no question while classes or staff are not filled in, or the number is not known', () => {
    const classes = [{ type: 'INFANT', classes: 1, places: 10 }];
    expect(only(childcareFaults({ classes, particulars: {} }), 'CARERS_FEW')).toEqual([]);
    expect(faultsWith([], 1)).toEqual([]);
    expect(faultsWith([{ type: 'INFANT' }], 1)).toEqual([]);
    const institution = { ...CHILDCARE, classes, ...childcareParticulars({ staff: carers(1) }) };
    const unknown = validateForm(CHILDCARE_FORM, { institution }, { ...CONTEXT, terms: {} });
    expect(only(unknown, 'CARERS_FEW', 'CARERS_FEW_MIXED')).toEqual([]);
  });

  it('of a 家庭托育点 look after three children each', () => {
    const home = (capacity: number, people: number) =>
      only(
        childcareFaults({ siteType: 'HOME', capacity, particulars: { staff: carers(people) } }),
        'CARERS_FEW',
      );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (capacity) => {
        const needed = Math.ceil(capacity / 3);
        expect(home(capacity, needed)).toEqual([]);
        expect(home(capacity, needed - 1)).toMatchObject([{ severity: 'ERROR' }]);
      }),
    );
    expect(home(4, 1)).toMatchObject([
      { message: '每名照护人员最多看护 3 名婴幼儿，照护人员（保育人员）不少于 2 人（现填 1 人）' },
    ]);
    expect(only(childcareFaults({ siteType: 'HOME', capacity: 5, particulars: {} }), 'CARERS_FEW')).toEqual(
      [],
    );
  });
});

describe('the staff of a 养老机构', () => {
  const residents = fc.record({
    residentsAble: fc.integer({ min: 0, max: 40 }),
    residentsPartly: fc.integer({ min: 0, max: 40 }),
    residentsFully: fc.integer({ min: 0, max: 40 }),
  });
  const few = (changes: object) => only(elderlyFaults(elderlyParticulars(changes)), 'CARE_WORKERS_FEW');

  it('is to be looked at when there are fewer 护理员 than the standard recommends by ability', () => {
    fc.assert(
      fc.property(residents, (people) => {
        const { residentsAble: able, residentsPartly: partly, residentsFully: fully } = people;
        const needed = Math.ceil(able / 20) + Math.ceil(partly / 12) + Math.ceil(fully / 5);
        expect(few({ ...people, staff: careWorkers(Math.max(needed, 1)) })).toEqual([]);
        if (needed < 2) return;
        expect(few({ ...people, staff: careWorkers(needed - 1) })).toMatchObject([
          { severity: 'WARNING', basis: { law: expect.stringContaining('MZ/T 187-2021') } },
        ]);
      }),
    );
    expect(few({ staff: null })).toEqual([]);
    const none = { residentsAble: null, residentsPartly: null, residentsFully: null };
    expect(few({ ...none, staff: careWorkers(1) })).toEqual([]);
  });

  it('names each post once, and no part of a post larger than the post', () => {
    const post = { post: 'NURSE', people: 3, certified: 3, fullTime: 3 };
    const found = (staff: object) =>
      only(elderlyFaults(elderlyParticulars({ staff })), 'POST_TWICE', 'PART_EXCEEDS_POST');
    expect(found([post, { ...post, post: 'COOK' }])).toEqual([]);
    expect(found([post, { ...post, post: 'COOK' }, post])).toMatchObject([
      { pointer: '/institution/particulars/staff/2/post', code: 'POST_TWICE', severity: 'ERROR' },
    ]);
    const count = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(count, count, count, (people, certified, fullTime) => {
        expect(found([{ post: 'NURSE', people, certified, fullTime }])).toHaveLength(
          Number(certified > people) + Number(fullTime > people),
        );
      }),
    );
    expect(found([{ post: 'NURSE', people: 1 }])).toEqual([]);
  });

  it('leaves nothing open in the example', () => {
    expect(elderlyFaults({ particulars: ELDERLY.particulars })).toEqual([]);
  });
});

describe('those beside the carers of a 托育机构', () => {
  const CODES = [
    'HEALTH_STAFF_MISSING',
    'HEALTH_STAFF_PART_TIME',
    'GUARDS_MISSING',
    'COOKS_MISSING',
  ] as const;
  const posts = fc.subarray(['HEAD', 'CARER', 'HEALTH', 'GUARD', 'COOK'], { minLength: 1 });

  it('are health staff, one of them full time above 150 places; guards and cooks are asked after', () => {
    fc.assert(
      fc.property(
        posts,
        fc.integer({ min: 1, max: 400 }),
        fc.option(fc.nat(2)),
        (held, capacity, fullTime) => {
          const staff = held.map((post) => ({
            post,
            people: 2,
            certified: 0,
            ...(post === 'HEALTH' && fullTime !== null ? { fullTime } : {}),
          }));
          const found = only(
            childcareFaults({
              capacity,
              mealsProvided: true,
              ...childcareParticulars({ staff, mealsMode: 'OWN' }),
            }),
            ...CODES,
          );
          const health = held.includes('HEALTH');
          expect(found.map(({ code, severity }) => [code, severity])).toEqual([
            ...(health ? [] : [['HEALTH_STAFF_MISSING', 'ERROR']]),
            ...(health && capacity > 150 && !fullTime ? [['HEALTH_STAFF_PART_TIME', 'ERROR']] : []),
            ...(held.includes('GUARD') ? [] : [['GUARDS_MISSING', 'WARNING']]),
            ...(held.includes('COOK') ? [] : [['COOKS_MISSING', 'WARNING']]),
          ]);
        },
      ),
    );
  });

  it('are asked of no home, of no kindergarten for guards, and of nobody who has not filled in the posts', () => {
    const staff = [{ post: 'CARER', people: 2 }];
    const codes = (more: object, particulars: object) =>
      only(childcareFaults({ ...more, ...childcareParticulars(particulars) }), ...CODES).map(
        ({ code }) => code,
      );
    expect(codes({ siteType: 'HOME', capacity: 5 }, { staff })).toEqual([]);
    expect(codes({}, { staff, organiser: 'KINDERGARTEN' })).not.toContain('GUARDS_MISSING');
    expect(codes({}, { staff, mealsMode: 'CATERED' })).not.toContain('COOKS_MISSING');
    expect(codes({}, { staff: null })).toEqual([]);
  });
});
