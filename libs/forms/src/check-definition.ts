import type { FieldType, FormCondition, Form, FormField, FormRule } from '@zhaoguan/contracts';
import { fieldsOf } from './answers';
import { RULES } from './rules';

/** Which attributes a type uses; the others have none of these. */
const ATTRIBUTES: Readonly<Record<string, readonly FieldType[]>> = {
  unit: ['integer', 'decimal'],
  min: ['integer', 'decimal'],
  max: ['integer', 'decimal'],
  maxLength: ['text', 'multiline'],
  decimals: ['decimal'],
  options: ['choice', 'choices'],
  none: ['choice', 'choices', 'text', 'date', 'rows'],
  fields: ['rows'],
  maxRows: ['rows'],
};
const NEEDED: readonly (keyof FormField)[] = ['maxLength', 'decimals', 'options', 'fields', 'maxRows'];

/**
 * Whether the parts of a form fit together: pointers once, attributes as their types use them, conditions and rules about
 * fields that there are, messages that can be filled in.
 * @returns the faults with their place, in Chinese
 */
export function checkDefinition(form: Form): string[] {
  const fields = fieldsOf(form);
  return [
    ...repeated(form.steps.map(({ key }) => key)).map((key) => `步骤 ${key} 重复`),
    ...repeated(fields.map(({ pointer }) => pointer)).map((pointer) => `${pointer} 重复`),
    ...fields.flatMap((field, index) => checkField(field, fields.slice(0, index))),
    ...form.rules.flatMap((rule, index) =>
      checkRule(rule, fields).map((fault) => `rules[${index}] ${rule.rule}：${fault}`),
    ),
  ];
}

function checkField(field: FormField, earlier: readonly FormField[]): string[] {
  const { pointer, options = [], fields = [], min, max, required, requiredWhen, shownWhen } = field;
  const faults = [
    ...Object.entries(ATTRIBUTES).flatMap(([name, types]) => checkAttribute(field, name, types)),
    ...repeated(options.map(({ code }) => code)).map((code) => `选项 ${code} 重复`),
    ...repeated(fields.map((column) => column.pointer)).map((column) => `列 ${column} 重复`),
    ...(min !== undefined && max !== undefined && min > max ? ['上限低于下限'] : []),
    ...(requiredWhen !== undefined && required === undefined ? ['写了何时必填而没有写必填'] : []),
    ...checkCondition(shownWhen, earlier),
    ...checkCondition(requiredWhen, earlier),
    ...fields.flatMap((column, index) => checkColumn(column, fields.slice(0, index))),
  ];
  return faults.map((fault) => `${pointer}：${fault}`);
}

function checkAttribute(field: FormField, name: string, types: readonly FieldType[]): string[] {
  const key = name as keyof FormField;
  const value = field[key];
  if (value !== undefined && !types.includes(field.type)) return [`${field.type} 没有 ${name}`];
  if (value === undefined && types.includes(field.type) && NEEDED.includes(key)) return [`缺少 ${name}`];
  return Array.isArray(value) && value.length === 0 ? [`${name} 不能为空`] : [];
}

/** A row is one thing: no rows in rows, and what comes and goes in it does so by an earlier column. */
function checkColumn(column: FormField, earlier: readonly FormField[]): string[] {
  const free = column.type !== 'rows' && column.requiredWhen === undefined;
  return [...(free ? [] : [`列 ${column.pointer} 不能写何时必填或者再分行`]), ...checkField(column, earlier)];
}

function checkCondition(condition: FormCondition | undefined, fields: readonly FormField[]): string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap((each) => checkCondition(each, fields));
  if ('any' in condition) return condition.any.flatMap((each) => checkCondition(each, fields));
  if ('not' in condition) return checkCondition(condition.not, fields);
  const field = fields.find(({ pointer }) => pointer === condition.field);
  if (!field) return [`条件所指的 ${condition.field} 不在前面的项目中`];
  if (condition.is.length === 0) return ['条件没有写明取值'];
  const { options } = field;
  if (!options) return [];
  return condition.is
    .filter((value) => value !== null && !options.some(({ code }) => code === value))
    .map((value) => `条件所写的 ${String(value)} 不是 ${condition.field} 的选项`);
}

function checkRule(rule: FormRule, fields: readonly FormField[]): string[] {
  const kind = RULES.get(rule.rule);
  if (!kind) return ['没有这条规则'];
  const given = Object.keys(rule.parameters ?? {});
  const known = [...kind.parameters, ...(kind.words ?? [])];
  const named = [...rule.message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [
    ...checkRuleFields(rule, kind.looksAt, fields),
    ...kind.parameters.filter((name) => !given.includes(name)).map((name) => `缺少参数 ${name}`),
    ...given.filter((name) => !kind.parameters.includes(name)).map((name) => `没有参数 ${name}`),
    ...named.filter((name) => !known.includes(name)).map((name) => `文字中的 {${name}} 没有内容`),
    ...checkCondition(rule.when, fields),
  ];
}

function checkRuleFields(
  { fields: pointers }: FormRule,
  looksAt: readonly (readonly FieldType[])[] | 'elsewhere',
  fields: readonly FormField[],
): string[] {
  const found = pointers.map((pointer) => fields.find((field) => field.pointer === pointer));
  if (looksAt === 'elsewhere') {
    if (pointers.length !== 1) return ['应当只看一个项目'];
    return found[0] ? [`${found[0].pointer} 在本表中`] : [];
  }
  if (pointers.length !== looksAt.length) return [`应当看 ${looksAt.length} 个项目`];
  return pointers.flatMap((pointer, index) => {
    const type = found[index]?.type;
    if (type === undefined) return [`没有 ${pointer} 这一项`];
    return looksAt[index]?.includes(type) === true ? [] : [`${pointer} 的类型不合适`];
  });
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
