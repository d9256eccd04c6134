import type { Form, FormField } from '@zhaoguan/contracts';
import { fieldsOf, isEmpty, isRecord, priceEnds, readAnswers, valueAt } from './answers';
import { displayValue } from './display';

/** A field whose answer has changed, both answers as people read them. */
export interface ChangedField {
  readonly pointer: string;
  readonly label: string;
  readonly old: string;
  readonly new: string;
  /** It was asked for already and had no answer: what is told now is told for the first time (补充填报), and alters nothing. */
  readonly supplied?: true;
}

/**
 * What has changed from one set of answers to another, in the order of the form (变更事项). Both unmasked: of two masked
 * numbers nobody can say whether they are the same.
 */
export function changedFields(form: Form, before: unknown, after: unknown): ChangedField[] {
  const [past, present] = [readAnswers(form, before).values, readAnswers(form, after).values];
  return fieldsOf(form).flatMap((field) => {
    const { pointer, label } = field;
    const [old, fresh] = [past.get(pointer), present.get(pointer)];
    if (isSame(field, old, fresh)) return [];
    const supplied = past.has(pointer) && isEmpty(old) && field.none === undefined;
    return [
      {
        pointer,
        label,
        old: displayValue(field, old),
        new: displayValue(field, fresh),
        ...(supplied ? { supplied } : {}),
      },
    ];
  });
}

/** The order of rows counts, that of choices does not. */
function isSame(field: FormField, a: unknown, b: unknown): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (field.type === 'moneyRange') return isSameRange(a, b);
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  if (field.type !== 'rows') return isWithin(a, b) && isWithin(b, a);
  const { fields = [] } = field;
  const isSameRow = (row: unknown, index: number): boolean =>
    fields.every((column) => isSame(column, valueAt(row, column.pointer), valueAt(b[index], column.pointer)));
  return a.length === b.length && a.every(isSameRow);
}

function isSameRange(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const [one, other] = [priceEnds(a), priceEnds(b)];
  return one.from === other.from && one.to === other.to;
}

function isWithin(part: readonly unknown[], whole: readonly unknown[]): boolean {
  return part.every((each) => whole.includes(each));
}
