import type { FieldType, Form, FormField } from '@zhaoguan/contracts';
import { holds, isEmpty, readAnswers, shownColumns, valueAt, type Answers } from './answers';

/** A field that is shown and must still be filled in. */
export interface MissingField {
  readonly pointer: string;
  readonly label: string;
  /** As in {@link FormField.required}. */
  readonly required: true | 'form';
  /** What to do: nobody can write into a list of answers. */
  readonly message: '请填写' | '请选择';
}

const CHOSEN: ReadonlySet<FieldType> = new Set(['choice', 'choices', 'boolean', 'district', 'township']);

function askFor({ type }: FormField): MissingField['message'] {
  return CHOSEN.has(type) ? '请选择' : '请填写';
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

function missing(field: FormField, { values }: Answers): MissingField[] {
  const { pointer, label, required, requiredWhen } = field;
  const wanted = required !== undefined && (requiredWhen === undefined || holds(requiredWhen, values));
  return wanted ? [{ pointer, label, required, message: askFor(field) }] : [];
}

function missingCells(field: FormField, rows: readonly unknown[]): MissingField[] {
  const { pointer, label } = field;
  return rows.flatMap((row, index) =>
    shownColumns(field, row).flatMap((column) =>
      column.required !== undefined && isEmpty(valueAt(row, column.pointer))
        ? [
            {
              pointer: `${pointer}/${index}${column.pointer}`,
              label: `${label}第 ${index + 1} 行：${column.label}`,
              required: column.required,
              message: askFor(column),
            },
          ]
        : [],
    ),
  );
}
