import type { FormField } from '@zhaoguan/contracts';
import { FieldValue } from '../../../shared/form/field-value';
import { idOfPlace } from '../../../shared/form/places-on-page';
import type { Filing } from '../queries';

interface FixedFieldProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly rule: Filing['fixedFields'][number];
}

/** What a change filing leaves as it is: read, and told what to do instead. */
export function FixedField({ field, value, rule: { instead, basis } }: FixedFieldProps) {
  return (
    <div className="defined-field" id={idOfPlace(field.pointer)} tabIndex={-1}>
      <p>
        {field.label}
        <br />
        <strong>
          <FieldValue field={field} value={value} />
        </strong>
        <br />
        <span className="muted">变更时不能改变这一项。{instead}</span>
      </p>
      <details className="basis">
        <summary>依据</summary>
        {basis.law}
        {basis.article ?? ''}
      </details>
    </div>
  );
}
