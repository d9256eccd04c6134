import type { FormCondition } from '@zhaoguan/contracts';
import {
  changedFields,
  findField,
  missingFields,
  shownFields,
  shownSteps,
  validateForm,
  valueAt,
} from '../src';
import {
  CHILDCARE,
  CHILDCARE_FORM,
  CONTEXT,
  ELDERLY,
  ELDERLY_FORM,
  formWith,
  placesOf,
  text,
} from './forms.builder';

const shownFor = (shownWhen: FormCondition, document: unknown): boolean =>
  shownFields(formWith([text('/a'), text('/b'), text('/x', { shownWhen })]), document).some(
    ({ pointer }) => pointer === '/x',
  );

describe('what a form shows', () => {
  it('in a step looks at an answer of an earlier step', () => {
    const steps = shownSteps(CHILDCARE_FORM, {
      institution: { ...CHILDCARE, siteType: 'HOME', mealsProvided: true },
    });
    const labels = steps.flatMap(({ shown }) => shown.map(({ label }) => label));
    expect(labels).toContain('食品经营许可证编号');
    expect(labels).not.toContain('户外活动场地面积');
  });

  it.each<[string, FormCondition, unknown, boolean]>([
    ['the value is one of those named', { field: '/a', is: ['1', '2'] }, { a: '2' }, true],
    ['the value is another', { field: '/a', is: ['1'] }, { a: '2' }, false],
    ['a number is no text', { field: '/a', is: [1] }, { a: '1' }, false],
    ['nothing is there and null is named', { field: '/a', is: [null] }, { a: ' ' }, true],
    ['nothing is there', { field: '/a', is: ['1'] }, {}, false],
    ['one of a list is named', { field: '/a', is: ['1'] }, { a: ['0', '1'] }, true],
    ['none of a list is named', { field: '/a', is: ['1'] }, { a: ['0'] }, false],
    [
      'all hold',
      {
        all: [
          { field: '/a', is: ['1'] },
          { field: '/b', is: ['2'] },
        ],
      },
      { a: '1', b: '2' },
      true,
    ],
    [
      'not all hold',
      {
        all: [
          { field: '/a', is: ['1'] },
          { field: '/b', is: ['2'] },
        ],
      },
      { a: '1' },
      false,
    ],
    [
      'any holds',
      {
        any: [
          { field: '/a', is: ['1'] },
          { field: '/b', is: ['2'] },
        ],
      },
      { b: '2' },
      true,
    ],
    [
      'none holds',
      {
        any: [
          { field: '/a', is: ['1'] },
          { field: '/b', is: ['2'] },
        ],
      },
      {},
      false,
    ],
    ['the contrary does not hold', { not: { field: '/a', is: ['1'] } }, {}, true],
  ])('depends on a condition: %s', (_name, condition, document, expected) => {
    expect(shownFor(condition, document)).toBe(expected);
  });

  it('does not depend on what stands in a field that is hidden itself', () => {
    const form = formWith([
      text('/a'),
      text('/b', { shownWhen: { field: '/a', is: ['1'] } }),
      text('/c', { shownWhen: { field: '/b', is: ['2'] }, required: true }),
    ]);
    expect(shownFields(form, { a: '1', b: '2' })).toHaveLength(3);
    expect(shownFields(form, { a: '0', b: '2' })).toHaveLength(1);
    expect(missingFields(form, { a: '0', b: '2' })).toEqual([]);
  });

  it('neither checks nor misses a hidden field', () => {
    const institution = { ...CHILDCARE, premisesTenure: 'OWNED', leaseEndsOn: '以后' };
    expect(validateForm(CHILDCARE_FORM, { institution }, CONTEXT)).toEqual([]);
    const leased = { ...institution, premisesTenure: 'LEASED' };
    expect(placesOf(validateForm(CHILDCARE_FORM, { institution: leased }, CONTEXT))).toEqual([
      '/institution/leaseEndsOn INVALID_DATE',
    ]);
  });

  it('asks for some fields only under a condition', () => {
    const form = formWith([
      text('/a'),
      text('/b', { required: 'form', requiredWhen: { field: '/a', is: ['1'] } }),
    ]);
    expect(missingFields(form, { a: '1' })).toMatchObject([
      { pointer: '/b', label: '文字', required: 'form' },
    ]);
    expect(missingFields(form, { a: '2' })).toEqual([]);
  });
});

describe('a pointer', () => {
  it.each([
    ['/institution/name', true],
    ['/institution/legalRepresentative/phone', true],
    ['/institution/classes', true],
    ['/institution/classes/0/places', true],
    ['/institution/classes/19/type', true],
    ['/institution/classes/01/type', false],
    ['/institution/classes/0', false],
    ['/institution/classes/x/type', false],
    ['/institution/classes/0/teacher', false],
    ['/institution/legalRepresentative', false],
    ['/institution/nam', false],
    ['/institution/name/first', false],
    ['/', false],
    ['', false],
  ])('%s finds a field: %s', (pointer, expected) => {
    expect(findField(CHILDCARE_FORM, pointer) !== undefined).toBe(expected);
  });

  it('reads names with slashes and tildes, and nothing that the document did not say', () => {
    expect(valueAt({ 'a/b': { '~': [1, 2] } }, '/a~1b/~0/1')).toBe(2);
    expect(valueAt({ a: 1 }, '/a/toString')).toBeUndefined();
    expect(valueAt({}, '/constructor')).toBeUndefined();
    expect(valueAt(null, '/a')).toBeUndefined();
  });
});

describe('changes', () => {
  const changes = (before: object, after: object) =>
    changedFields(CHILDCARE_FORM, { institution: before }, { institution: after });

  it('are listed with both answers in words, in the order of the form', () => {
    const after = {
      ...CHILDCARE,
      capacity: 80,
      premisesTenure: 'OWNED',
      legalRepresentative: { ...CHILDCARE.legalRepresentative, phone: '13800000009' },
      mealsProvided: true,
    };
    expect(changes(CHILDCARE, after)).toEqual([
      { pointer: '/institution/premisesTenure', label: '服务场所权属', old: '租赁', new: '自有' },
      { pointer: '/institution/leaseStartsOn', label: '租期起始日', old: '2026年1月1日', new: '未填报' },
      { pointer: '/institution/leaseEndsOn', label: '租期届满日', old: '2031年12月31日', new: '未填报' },
      { pointer: '/institution/capacity', label: '托位数', old: '50 个', new: '80 个' },
      { pointer: '/institution/mealsProvided', label: '提供餐饮服务', old: '否', new: '是' },
      {
        pointer: '/institution/legalRepresentative/phone',
        label: '法定代表人（主要负责人）电话',
        old: '139****0002',
        new: '138****0009',
      },
    ]);
  });

  it('are none between an application and itself, however it is written down', () => {
    const { classes, ...rest } = CHILDCARE;
    const copy = { classes: classes.map((row) => ({ ...row, note: '不属于表单' })), ...rest, township: null };
    expect(changes(CHILDCARE, copy)).toEqual([]);
    expect(
      changes(
        { ...CHILDCARE, serviceForms: ['HOURLY', 'FULL_DAY'] },
        { ...CHILDCARE, serviceForms: ['FULL_DAY', 'HOURLY'] },
      ),
    ).toEqual([]);
    expect(changedFields(ELDERLY_FORM, { institution: ELDERLY }, { institution: { ...ELDERLY } })).toEqual(
      [],
    );
  });

  it('count the order of rows, and a row that is gone', () => {
    const [first, second] = CHILDCARE.classes;
    expect(changes(CHILDCARE, { ...CHILDCARE, classes: [second, first] })).toHaveLength(1);
    expect(changes(CHILDCARE, { ...CHILDCARE, classes: [first] })).toEqual([
      {
        pointer: '/institution/classes',
        label: '班型与托位',
        old: '托小班 2 个班、30 个托位；托大班 1 个班、20 个托位',
        new: '托小班 2 个班、30 个托位',
      },
    ]);
  });
});
