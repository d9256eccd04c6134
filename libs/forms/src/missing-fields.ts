import type { Form, FormField } from '@zhaoguan/contracts';
import { holds, isEmpty, readAnswers, valueAt, type Answers } from './answers';

/** A field that is shown and must still be filled in. */
export interface MissingField {
  readonly pointer: string;
  readonly label: string;
  /** As in {@link FormField.required}. */
  readonly required: true | 'form';
}

/** What must still be filled in, in the order of the form, all at once (一次性告知). */
export function missingFields(form: Form, document: unknown): MissingField[] {
  const answers = readAnswers(form, document);
  return answers.shown.flatMap((field) => {
    const value = answers.values.get(field.pointer);
    if (isEmpty(value)) return missing(field, answers);
    return field.type === 'rows' && Array.isArray(value) ? missingCells(field, value) : [];
  });
}

function missing({ pointer, label, required, requiredWhen }: FormField, { values }: Answers): MissingField[] {
  const wanted = required !== undefined && (requiredWhen === undefined || holds(requiredWhen, values));
  return wanted ? [{ pointer, label, required }] : [];
}

function missingCells({ pointer, label, fields = [] }: FormField, rows: readonly unknown[]): MissingField[] {
  return rows.flatMap((row, index) =>
    fields.flatMap((column) =>
      column.required !== undefined && isEmpty(valueAt(row, column.pointer))
        ? [
            {
              pointer: `${pointer}/${index}${column.pointer}`,
              label: `${label}第 ${index + 1} 行：${column.label}`,
              required: column.required,
            },
          ]
        : [],
    ),
  );
}
