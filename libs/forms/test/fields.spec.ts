import type { FormField } from '@zhaoguan/contracts';
import { DomainError, usccCheckDigit } from '@zhaoguan/kernel';
import { citedMessage, displayValue, missingFields, validateForm } from '../src';
import { CONTEXT, ELDERLY_FORM, formWith, placesOf, text } from './forms.builder';

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  pointer: '/x',
  label: '项目',
  type,
  ...more,
});
const PROMISES = field('choices', {
  options: [
    { code: 'A', label: '真实、准确' },
    { code: 'B', label: '按期检验，不超范围' },
  ],
});
const CHOICE = {
  options: [
    { code: 'A', label: '甲' },
    { code: 'B', label: '乙' },
  ],
};
const ROWS = {
  maxRows: 2,
  fields: [
    field('choice', { pointer: '/type', required: true, ...CHOICE }),
    field('integer', { pointer: '/count', required: true, min: 1, unit: '个' }),
  ],
};
const faultsOf = (one: FormField, x: unknown) => validateForm(formWith([one]), { x }, CONTEXT);

describe('a field', () => {
  it.each<[FormField, unknown, string, string]>([
    [text('/x'), 5, 'IS_STRING', '应为文字'],
    [text('/x'), '一二三四五六七八九十多', 'TOO_LONG', '不超过 10 个字'],
    [field('multiline', { maxLength: 2 }), '一\n二', 'TOO_LONG', '不超过 2 个字'],
    [field('integer'), 10.5, 'IS_INT', '请填写整数'],
    [field('integer'), '10', 'IS_INT', '请填写整数'],
    [text('/x'), '幸福😀之家', 'NO_PICTURES', '不能有表情符号，请用文字填写'],
    [field('multiline'), '见门口 ☎️', 'NO_PICTURES', '不能有表情符号，请用文字填写'],
    [field('integer', { min: 1 }), 0, 'TOO_SMALL', '应不小于 1'],
    [field('integer', { max: 9 }), 10, 'TOO_LARGE', '应不大于 9'],
    [field('decimal', { decimals: 2 }), 1.005, 'IS_NUMBER', '应为数字，至多 2 位小数'],
    [field('decimal', { decimals: 2 }), Number.POSITIVE_INFINITY, 'IS_NUMBER', '应为数字，至多 2 位小数'],
    [field('decimal', { decimals: 2, min: 0.01 }), -1, 'TOO_SMALL', '应大于 0'],
    [field('decimal', { decimals: 2, min: 0.01, unit: '平方米' }), 0, 'TOO_SMALL', '应大于 0 平方米'],
    [field('decimal', { decimals: 2, min: 10, unit: '平方米' }), 1, 'TOO_SMALL', '应不小于 10 平方米'],
    [
      field('decimal', { decimals: 2, max: 10_000_000, unit: '平方米' }),
      1e8,
      'TOO_LARGE',
      '应不大于 1000 万平方米',
    ],
    [field('integer', { max: 100_000, unit: '张' }), 100_001, 'TOO_LARGE', '应不大于 10 万张'],
    [field('integer', { max: 99_999, unit: '张' }), 100_001, 'TOO_LARGE', '应不大于 99999 张'],
    [field('date'), '2027-02-29', 'INVALID_DATE', '日期不正确，请按 2026-11-21 的格式填写'],
    [field('date'), 20270228, 'INVALID_DATE', '日期不正确，请按 2026-11-21 的格式填写'],
    [field('date'), '0027-02-28', 'INVALID_DATE', '日期过早，应在 1900 年以后，请核对年份'],
    [field('date'), '1899-12-31', 'INVALID_DATE', '日期过早，应在 1900 年以后，请核对年份'],
    [field('choice', CHOICE), 'C', 'IS_IN', '不在可选范围内'],
    [field('choices', CHOICE), 'A', 'IS_ARRAY', '应为列表'],
    [field('choices', CHOICE), ['A', 'C'], 'IS_IN', '不在可选范围内'],
    [field('boolean'), 'true', 'IS_BOOLEAN', '应为“是”或“否”'],
    [field('district'), '长安区', 'UNKNOWN_DISTRICT', '行政区划代码不存在，请填写六位县级行政区划代码'],
    [field('township'), '610116', 'UNKNOWN_DISTRICT', '乡镇（街道）代码不存在，请填写九位乡级行政区划代码'],
    [
      field('uscc'),
      '526101160000000198',
      'INVALID_USCC',
      '统一社会信用代码不正确，请对照登记证书核对 18 位代码',
    ],
    [
      field('residentId'),
      '610116189001010018',
      'INVALID_RESIDENT_ID',
      '居民身份证号不正确，请核对 18 位号码',
    ],
    [
      field('residentId'),
      '110105202611210010',
      'INVALID_RESIDENT_ID',
      '居民身份证号不正确，请核对 18 位号码',
    ],
    [field('phone'), '12345', 'INVALID_PHONE', '电话号码不正确，请填写手机号码或者带区号的固定电话号码'],
    [field('rows', ROWS), {}, 'IS_ARRAY', '应为列表'],
    [field('rows', ROWS), [{}, {}, {}], 'ARRAY_MAX_SIZE', '至多 2 项'],
  ])('%o does not take %p: %s', (one, value, code, message) => {
    expect(faultsOf(one, value)).toMatchObject([{ pointer: '/x', code, message, severity: 'ERROR' }]);
  });

  it.each<[FormField, unknown]>([
    [text('/x'), '𠮷'.repeat(10)],
    [field('integer', { min: 1, max: 9 }), 1],
    [field('integer', { min: 1, max: 9 }), 9],
    [field('decimal', { decimals: 2, min: 0.01 }), 0.01],
    [field('decimal', { decimals: 2 }), 3600.5],
    [field('date'), '2028-02-29'],
    [field('choice', CHOICE), 'B'],
    [field('choices', CHOICE), ['B', 'A', 'B']],
    [field('boolean'), false],
    [field('district'), '610116'],
    [field('township'), '610116001'],
    [field('uscc'), '９１110000101623741k'],
    [field('residentId'), '11010519491231002x'],
    [field('phone'), '（029）8529 0000'],
    [field('rows', ROWS), [{ type: 'A', count: 1 }]],
  ])('%o takes %p', (one, value) => {
    expect(faultsOf(one, value)).toEqual([]);
  });

  it.each([undefined, null, '', ' \n', []])('that is not filled in (%p) is missing, not wrong', (value) => {
    for (const one of [text('/x'), field('integer'), field('rows', ROWS), field('phone')]) {
      expect(faultsOf(one, value)).toEqual([]);
      const form = formWith([{ ...one, required: true }]);
      expect(missingFields(form, { x: value })).toEqual([
        { pointer: '/x', label: one.label, required: true, message: '请填写' },
      ]);
    }
  });

  it('is filled in with zero and with no', () => {
    for (const [type, value] of [
      ['integer', 0],
      ['boolean', false],
    ] as const) {
      expect(missingFields(formWith([field(type, { required: 'form' })]), { x: value })).toEqual([]);
    }
  });

  it.each([
    ['text', '请填写'],
    ['date', '请填写'],
    ['rows', '请填写'],
    ['choice', '请选择'],
    ['choices', '请选择'],
    ['boolean', '请选择'],
    ['township', '请选择'],
  ] as const)('of type %s that is missing says what to do: %s', (type, message) => {
    expect(missingFields(formWith([field(type, { required: true })]), {})).toMatchObject([{ message }]);
  });

  it('names the cell of a row that is wrong, and the one that is missing', () => {
    const rows = field('rows', ROWS);
    expect(placesOf(faultsOf(rows, [{ type: 'A', count: 0 }, 5]))).toEqual([
      '/x/0/count TOO_SMALL',
      '/x/1 IS_OBJECT',
    ]);
    expect(missingFields(formWith([rows]), { x: [{ type: 'A' }, null] })).toEqual([
      { pointer: '/x/0/count', label: '项目第 1 行：项目', required: true, message: '请填写' },
      { pointer: '/x/1/type', label: '项目第 2 行：项目', required: true, message: '请选择' },
      { pointer: '/x/1/count', label: '项目第 2 行：项目', required: true, message: '请填写' },
    ]);
  });

  it('that holds a code right as a whole with a wrong 组织机构代码 inside is only to be looked at', () => {
    const start = '91350100M000100Y5';
    expect(faultsOf(field('uscc'), '91350100M000100Y43')).toEqual([]);
    expect(faultsOf(field('uscc'), start + usccCheckDigit(start))).toMatchObject([
      { code: 'ORGANISATION_CHECK_DIGIT', severity: 'WARNING' },
    ]);
  });

  it('belongs to nobody born after today', () => {
    const born = '11010519491231002X';
    const on = (today: string) => ({ ...CONTEXT, today });
    const form = formWith([field('residentId')]);
    expect(validateForm(form, { x: born }, on('1949-12-31'))).toEqual([]);
    expect(validateForm(form, { x: born }, on('1949-12-30'))).toHaveLength(1);
    expect(() => validateForm(form, { x: born }, on('今天'))).toThrow(DomainError);
  });

  it('names nobody under sixteen as who represents the institution, and cites why', () => {
    const form = formWith([field('residentId', { pointer: '/institution/legalRepresentative/residentId' })]);
    const codesOn = (residentId: string, today: string) =>
      validateForm(form, { institution: { legalRepresentative: { residentId } } }, { ...CONTEXT, today }).map(
        ({ code, severity, basis }) => `${code} ${severity} ${basis?.article ?? ''}`,
      );
    expect(codesOn('610116202001010012', '2026-11-20')).toEqual(['TOO_YOUNG ERROR 第十八条']);
    expect(codesOn('610116201011210013', '2026-11-20')).toEqual(['TOO_YOUNG ERROR 第十八条']);
    expect(codesOn('610116201011210013', '2026-11-21')).toEqual([]);
  });

  it('asks to look again at more years at work than hardly anybody has, and refuses none', () => {
    const form = formWith([field('integer', { pointer: '/institution/particulars/headExperienceYears' })]);
    const told = (years: number) =>
      validateForm(form, { institution: { particulars: { headExperienceYears: years } } }, CONTEXT).map(
        ({ code, severity }) => `${code} ${severity}`,
      );
    expect([told(50), told(51)]).toEqual([[], ['MANY_YEARS WARNING']]);
  });

  it('cites the standard of a code that is wrong, and no law for what contradicts itself', () => {
    const faults = validateForm(ELDERLY_FORM, { institution: { uscc: '5', floorAreaM2: -1 } }, CONTEXT);
    expect(faults.map(citedMessage)).toEqual([
      expect.stringMatching(
        /核对 18 位代码（依据：《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）统一代码构成和校验码的规定）$/,
      ),
      '应大于 0 平方米',
    ]);
  });
});

describe('a value in words', () => {
  it.each<[FormField, unknown, string]>([
    [text('/x'), '示例路1号', '示例路1号'],
    [text('/x'), null, '未填报'],
    [field('integer', { unit: '张' }), 120, '120 张'],
    [field('decimal'), 3600.5, '3600.5'],
    [field('date'), '2026-01-05', '2026年1月5日'],
    [field('choice', CHOICE), 'A', '甲'],
    [field('choice', { ...CHOICE, none: '都不是' }), null, '都不是'],
    [field('choice', CHOICE), 'Z', 'Z'],
    [field('choices', CHOICE), ['A', 'B'], '甲、乙'],
    [field('choices', CHOICE), ['', 'B'], '乙'],
    [text('/x'), [''], '未填报'],
    [field('boolean'), true, '是'],
    [field('boolean'), false, '否'],
    [
      field('rows', ROWS),
      [
        { type: 'A', count: 2 },
        { type: 'B', count: 3 },
      ],
      '甲 2 个；乙 3 个',
    ],
    [field('rows', ROWS), [{ type: 'A' }], '甲 未填报'],
    [field('residentId', { personal: true }), '610116189001010019', '610116********0019'],
    [field('phone', { personal: true }), '13800000001', '138****0001'],
    [field('phone', { personal: true }), '138****0001', '138****0001'],
    [text('/x', { personal: true }), '示例路1号', '*****'],
    [field('phone'), '029-85290001', '029-85290001'],
    [text('/x'), { odd: true }, '填写有误'],
    [field('money'), 123_450, '1,234.50 元'],
    [field('money'), 10_055.5, '100.555 元'],
    [field('money'), 100.555 * 100, '100.555 元'],
    [PROMISES, ['A', 'B'], '真实、准确；按期检验，不超范围'],
    [field('choices', CHOICE), ['A', 'B'], '甲、乙'],
  ])('%o shows %p as %s', (one, value, shown) => {
    expect(displayValue(one, value)).toBe(shown);
  });
});
