import type { FormDefinition, FormField, FormRule } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { checkForms } from '../src';
import { ELDERLY_FORM, formWith, text } from './forms.builder';

const definition = (
  fields: readonly FormField[],
  rules: readonly FormRule[] = [],
  more: Partial<FormDefinition> = {},
): FormDefinition => ({
  code: 'EXAMPLE',
  kind: 'ELDERLY_CARE',
  filingType: 'INITIAL',
  version: 1,
  effectiveFrom: plainDate('2026-01-01'),
  effectiveTo: null,
  ...formWith(fields, rules),
  ...more,
});
const number = (pointer: string, more: Partial<FormField> = {}): FormField => ({
  pointer,
  label: '数',
  type: 'integer',
  ...more,
});
const rule = (more: Partial<FormRule>): FormRule => ({
  rule: 'minimum',
  code: 'TOO_FEW',
  fields: ['/n'],
  parameters: { minimum: 1 },
  severity: 'ERROR',
  message: '不少于 {minimum}',
  basis: null,
  ...more,
});
const faults = (fields: readonly FormField[], rules: readonly FormRule[] = []) =>
  checkForms([definition(fields, rules)]);

describe('a form that does not fit together is told so', () => {
  it.each<[string, FormField[], RegExp]>([
    ['a pointer twice', [text('/a'), text('/a')], /\/a 重复/],
    ['a text without length', [text('/a', { maxLength: undefined })], /\/a：缺少 maxLength/],
    ['a choice without options', [text('/a', { type: 'choice', maxLength: undefined })], /缺少 options/],
    ['no option', [text('/a', { type: 'choice', maxLength: undefined, options: [] })], /options 不能为空/],
    ['a length of a number', [number('/a', { maxLength: 5 })], /integer 没有 maxLength/],
    ['limits the wrong way round', [number('/a', { min: 2, max: 1 })], /上限低于下限/],
    [
      'an option twice',
      [
        {
          pointer: '/a',
          label: '选择',
          type: 'choice',
          options: [
            { code: 'A', label: '甲' },
            { code: 'A', label: '乙' },
          ],
        },
      ],
      /选项 A 重复/,
    ],
    ['a condition about nothing', [text('/a', { shownWhen: { field: '/b', is: ['1'] } })], /\/b 不在前面/],
    [
      'a condition about a later field',
      [text('/a', { shownWhen: { not: { field: '/b', is: ['1'] } } }), text('/b')],
      /\/b 不在前面/,
    ],
    [
      'a condition that nothing meets',
      [text('/b'), text('/a', { shownWhen: { any: [{ field: '/b', is: [] }] } })],
      /没有写明取值/,
    ],
    [
      'a condition about an option that there is not',
      [
        { pointer: '/b', label: '选择', type: 'choice', options: [{ code: 'A', label: '甲' }] },
        text('/a', { shownWhen: { all: [{ field: '/b', is: ['B', null] }] } }),
      ],
      /B 不是 \/b 的选项/,
    ],
    [
      'when it is required, but not that',
      [text('/b'), text('/a', { requiredWhen: { field: '/b', is: ['1'] } })],
      /没有写必填/,
    ],
    [
      'a column with a condition about another field',
      [
        {
          pointer: '/a',
          label: '行',
          type: 'rows',
          maxRows: 2,
          fields: [text('/x', { shownWhen: { field: '/a', is: ['1'] } })],
        },
      ],
      /\/x：条件所指的 \/a 不在前面的项目中/,
    ],
    [
      'a column that is required at times',
      [
        {
          pointer: '/a',
          label: '行',
          type: 'rows',
          maxRows: 2,
          fields: [text('/x'), text('/y', { required: true, requiredWhen: { field: '/x', is: ['1'] } })],
        },
      ],
      /列 \/y 不能写何时必填/,
    ],
  ])('%s', (_name, fields, message) => {
    expect(faults(fields).join('\n')).toMatch(message);
  });

  it.each<[string, Partial<FormRule>, RegExp]>([
    ['a rule that there is not', { rule: 'perhaps' }, /没有这条规则/],
    ['a rule about nothing', { fields: ['/m'] }, /没有 \/m 这一项/],
    ['a rule about a text', { fields: ['/t'] }, /\/t 的类型不合适/],
    ['a rule about too little', { rule: 'withinWhole', parameters: {}, message: '多了' }, /应当看 2 个项目/],
    ['no parameter', { parameters: {} }, /缺少参数 minimum/],
    ['a parameter too much', { parameters: { minimum: 1, maximum: 2 } }, /没有参数 maximum/],
    ['a message that cannot be filled in', { message: '不少于 {least}' }, /\{least\} 没有内容/],
    ['a condition about nothing', { when: { field: '/m', is: ['1'] } }, /\/m 不在前面/],
    ['what is asked as not asked', { rule: 'notAsked', parameters: {}, message: '不填' }, /\/n 在本表中/],
  ])('%s', (_name, more, message) => {
    expect(faults([number('/n'), text('/t')], [rule(more)]).join('\n')).toMatch(message);
  });

  it.each<[string, Partial<FormDefinition>, RegExp]>([
    ['two versions on one day', { version: 2 }, /与第 1 版的有效期重叠/],
    ['one version twice', { effectiveFrom: plainDate('2027-01-01') }, /版本号重复/],
    ['two codes for one filing', { code: 'OTHER', version: 2 }, /同一编码/],
    ['one code for two filings', { kind: 'CHILDCARE' }, /同一编码/],
  ])('%s', (_name, more, message) => {
    const first = definition([text('/a')]);
    expect(checkForms([first, definition([text('/a')], [], more)]).join('\n')).toMatch(message);
  });

  it('and one that fits is not', () => {
    const ended = { effectiveTo: plainDate('2026-12-31') };
    const next = { version: 2, effectiveFrom: plainDate('2027-01-01') };
    const fields = [number('/n')];
    expect(checkForms([definition(fields, [rule({})], ended), definition(fields, [rule({})], next)])).toEqual(
      [],
    );
    expect(checkForms([ELDERLY_FORM])).toEqual([]);
  });
});
