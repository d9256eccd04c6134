import type { FormCondition, Form, FormField, FormStep } from '@zhaoguan/contracts';

/** A value with named members, or a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What stands at a JSON pointer (RFC 6901); undefined where nothing does. */
export function valueAt(document: unknown, pointer: string): unknown {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<unknown>(
    (at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    document,
  );
}

/** Whether nothing has been filled in: no value, blank text, empty list. Zero and “no” are answers. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** The two ends of a price (moneyRange). Who has one price types it once: without a highest the lowest is the highest. */
export function priceEnds(range: Readonly<Record<string, unknown>>): {
  readonly from: unknown;
  readonly to: unknown;
} {
  const { from, to } = range;
  return { from, to: isEmpty(to) ? from : to };
}

/** The answers of a form as far as they count: fields that are not shown have none, whatever the document holds. */
export interface Answers {
  readonly shown: readonly FormField[];
  /** By pointer. */
  readonly values: ReadonlyMap<string, unknown>;
}

/** Every field in the order of the form; columns of `rows` are inside theirs. */
export function fieldsOf({ steps }: Form): readonly FormField[] {
  return steps.flatMap(({ fields }) => fields);
}

export function readAnswers(form: Form, document: unknown): Answers {
  return answersOf(form, ({ pointer }) => valueAt(document, pointer));
}

/**
 * As {@link readAnswers}, of what does not stand in a document.
 * A condition looks only at earlier fields ({@link checkForms}), so one pass from top to bottom is enough.
 */
export function answersOf(form: Form, valueOf: (field: FormField) => unknown): Answers {
  const values = new Map<string, unknown>();
  const shown = fieldsOf(form).filter((field) => {
    if (field.shownWhen !== undefined && !holds(field.shownWhen, values)) return false;
    values.set(field.pointer, valueOf(field));
    return true;
  });
  return { shown, values };
}

/** Fields to be shown for what has been filled in so far. */
export function shownFields(form: Form, document: unknown): readonly FormField[] {
  return readAnswers(form, document).shown;
}

/** Columns of a table to be shown in one row for what stands in it: a condition looks at an earlier column of the same row. */
export function shownColumns({ fields = [] }: FormField, row: unknown): readonly FormField[] {
  const values = new Map<string, unknown>();
  return fields.filter(({ pointer, shownWhen }) => {
    if (shownWhen !== undefined && !holds(shownWhen, values)) return false;
    values.set(pointer, valueAt(row, pointer));
    return true;
  });
}

/** Each step with its fields to be shown. They are found in the whole form: a condition may look at an answer of an earlier step. */
export function shownSteps(
  form: Form,
  document: unknown,
): (FormStep & { readonly shown: readonly FormField[] })[] {
  const shown = new Set(shownFields(form, document));
  return form.steps.map((step) => ({ ...step, shown: step.fields.filter((field) => shown.has(field)) }));
}

export function holds(condition: FormCondition, values: ReadonlyMap<string, unknown>): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, values));
  if ('any' in condition) return condition.any.some((each) => holds(each, values));
  if ('not' in condition) return !holds(condition.not, values);
  const value = values.get(condition.field);
  if (isEmpty(value)) return condition.is.includes(null);
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  return given.some((each) => condition.is.some((wanted) => wanted === each));
}

/**
 * The field a pointer points at, also a cell of `rows` (`/institution/classes/0/places`); undefined where the form has
 * none.
 */
export function findField(form: Form, pointer: string): FormField | undefined {
  for (const field of fieldsOf(form)) {
    if (field.pointer === pointer) return field;
    const cell = pointer.startsWith(field.pointer) ? pointer.slice(field.pointer.length) : '';
    const [, column] = /^\/(?:0|[1-9]\d{0,3})(\/.+)$/.exec(cell) ?? [];
    const found = field.fields?.find((each) => each.pointer === column);
    if (found) return found;
  }
  return undefined;
}
