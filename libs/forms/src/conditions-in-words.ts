import type { FieldType, FormCondition, FormField } from '@zhaoguan/contracts';

type Leaf = Extract<FormCondition, { readonly field: string }>;
/** An answer, or what it is not; only one answer is denied, never several conditions at once. */
type Said = { readonly leaf: Leaf; readonly isDenied: boolean };

/** The same condition, denials pushed down to the single answers: “neither a nor b” is said as “not a, and not b”. */
export function plainly(condition: FormCondition): FormCondition {
  if ('all' in condition) return { all: condition.all.map(plainly) };
  if ('any' in condition) return { any: condition.any.map(plainly) };
  if (!('not' in condition)) return condition;
  const { not } = condition;
  if ('not' in not) return plainly(not.not);
  if ('all' in not) return { any: not.all.map((each) => plainly({ not: each })) };
  if ('any' in not) return { all: not.any.map((each) => plainly({ not: each })) };
  return condition;
}

/** What one answer has to be, as one says it: “服务场所权属为“租赁””, “应退费用大于 0”. */
export function answerInWords({ leaf, isDenied }: Said, fields: readonly FormField[]): string {
  const field = fields.find(({ pointer }) => pointer === leaf.field);
  const label = field?.label ?? leaf.field;
  if (!isDenied) return isOneOf(label, field, leaf.is);
  if (field?.type === 'boolean') {
    const rest = [true, false, null].filter((value) => !leaf.is.includes(value));
    return isOneOf(label, field, rest);
  }
  return isNoneOf(label, field, leaf.is);
}

const AMOUNTS: readonly FieldType[] = ['integer', 'decimal', 'money'];
const isAmount = (field: FormField | undefined): boolean =>
  field !== undefined && AMOUNTS.includes(field.type);

function isOneOf(label: string, field: FormField | undefined, values: Leaf['is']): string {
  const word = field?.type === 'choices' ? '包括' : '为';
  const answers = values.filter((value) => value !== null || field?.none !== undefined);
  const said = answers.map((value) => valueInWords(field, value)).join('或者');
  const empty = answers.length === values.length ? '' : '没有填写';
  if (said === '') return `${label}${empty}`;
  return `${label}${word}${said}${empty && `或者${empty}`}`.trimEnd();
}

function isNoneOf(label: string, field: FormField | undefined, values: Leaf['is']): string {
  const answers = values.filter((value) => value !== null);
  // No amount is below nothing.
  if (isAmount(field) && answers.length === 1 && answers[0] === 0) return `${label}大于 0`;
  const word = field?.type === 'choices' ? '不包括' : '不是';
  const said = answers.map((value) => `${word}${valueInWords(field, value)}`).join('，也');
  if (said === '') return `${label}已经填写`;
  return `${label}${answers.length === values.length ? '' : '已经填写，并且'}${said}`.trimEnd();
}

function valueInWords(field: FormField | undefined, value: Leaf['is'][number]): string {
  if (typeof value === 'number' && isAmount(field)) return ` ${value} `;
  if (value === null) return `“${field?.none ?? ''}”`;
  if (typeof value === 'boolean') return value ? '“是”' : '“否”';
  return `“${field?.options?.find(({ code }) => code === value)?.label ?? String(value)}”`;
}
