import type { FormDefinition, FormField, Kind } from '@zhaoguan/contracts';
import { displayValue, fieldsOf } from '@zhaoguan/forms';

/** An answer of the form that the public may read, in words. */
export interface PublishedParticular {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** By the newest form of the kind: what a form once asked for keeps its name in those after it. */
export function inWords(
  forms: readonly FormDefinition[],
  { kind, particulars }: { readonly kind: Kind; readonly particulars: Readonly<Record<string, unknown>> },
): PublishedParticular[] {
  const form = forms.findLast((each) => each.kind === kind && each.filingType === 'INITIAL');
  return (form ? fieldsOf(form) : []).flatMap((field) => {
    const name = field.pointer.replace('/institution/particulars/', '');
    const value = Object.hasOwn(particulars, name) ? particulars[name] : undefined;
    return value === undefined
      ? []
      : [{ name, label: field.label, value: displayValue(withoutRemarks(field), value) }];
  });
}

/** Free text in a row (备注) is the institution's own and unchecked: it stays out of the register. */
function withoutRemarks(field: FormField): FormField {
  return field.fields === undefined
    ? field
    : { ...field, fields: field.fields.filter(({ type }) => type !== 'text') };
}
