import type { Form, FormCondition, FormField } from '@zhaoguan/contracts';
import { fieldsOf, isEmpty } from './answers';
import { answerInWords, plainly } from './conditions-in-words';

/** Answers that are settled before anybody fills in the form, by pointer, such as the type of site; null for none. */
export type Settled = ReadonlyMap<string, unknown>;

/** A field that may come to be asked, and when, in words; null when it is always asked. */
export interface FieldAhead {
  readonly field: FormField;
  readonly when: string | null;
}

/** Every field that a form may ask for where so much is settled, in the order of the form, by step. */
export function fieldsAhead(form: Form, settled: Settled): readonly (readonly FieldAhead[])[] {
  const all = fieldsOf(form);
  return form.steps.map(({ fields }) =>
    fields
      .filter(({ shownWhen }) => mayHold(shownWhen, settled))
      .map((field) => ({ field, when: inWords(field.shownWhen, settled, all) })),
  );
}

/** Whether a condition can still come true; without one it is true. */
export function mayHold(condition: FormCondition | undefined, settled: Settled): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((each) => mayHold(each, settled));
  if ('any' in condition) return condition.any.some((each) => mayHold(each, settled));
  if ('not' in condition) return !mustHold(condition.not, settled);
  return !settled.has(condition.field) || admits(condition, settled.get(condition.field));
}

/** Whether a condition is true whatever is filled in. */
function mustHold(condition: FormCondition, settled: Settled): boolean {
  if ('all' in condition) return condition.all.every((each) => mustHold(each, settled));
  if ('any' in condition) return condition.any.some((each) => mustHold(each, settled));
  if ('not' in condition) return !mayHold(condition.not, settled);
  return settled.has(condition.field) && admits(condition, settled.get(condition.field));
}

type Leaf = Extract<FormCondition, { readonly field: string }>;

function admits({ is }: Leaf, value: unknown): boolean {
  if (isEmpty(value)) return is.includes(null);
  return is.some((wanted) => wanted === value);
}

/** “服务场所权属为“租赁””; what is settled already is left out. */
export function inWords(
  condition: FormCondition | undefined,
  settled: Settled,
  fields: readonly FormField[],
): string | null {
  return condition === undefined ? null : said(plainly(condition), settled, fields);
}

function said(condition: FormCondition, settled: Settled, fields: readonly FormField[]): string | null {
  if (mustHold(condition, settled)) return null;
  if ('all' in condition) return joined(condition.all, '，并且', settled, fields);
  if ('any' in condition) return joined(condition.any, '，或者', settled, fields);
  if (!('not' in condition)) return answerInWords({ leaf: condition, isDenied: false }, fields);
  const { not } = condition;
  return 'field' in not ? answerInWords({ leaf: not, isDenied: true }, fields) : null;
}

function joined(
  conditions: readonly FormCondition[],
  word: string,
  settled: Settled,
  fields: readonly FormField[],
): string | null {
  const open = conditions
    .filter((each) => mayHold(each, settled))
    .map((each) => said(each, settled, fields))
    .filter((each) => each !== null);
  return open.length === 0 ? null : open.join(word);
}
