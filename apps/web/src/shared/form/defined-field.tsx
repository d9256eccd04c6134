import type { FormField } from '@zhaoguan/contracts';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { FieldControl } from './field-control';

interface DefinedFieldProps {
  readonly field: FormField;
  /** Unique on the page. */
  readonly id: string;
  readonly value: unknown;
  /** What is wrong, once the person has been at the field. */
  readonly faults: readonly string[];
  readonly warnings?: readonly string[];
  /** Of the authority, when the filing was returned. */
  readonly remark?: ReactNode;
  readonly required: boolean;
  readonly onChange: (value: unknown) => void;
  readonly onEnter?: () => void;
  readonly onLeave: () => void;
  /** District of which a township is chosen. */
  readonly district?: string | null;
}

/** One field of a form definition: label, help, control, and below it what is wrong, said as one types. */
export function DefinedField(props: DefinedFieldProps) {
  const {
    field,
    id,
    value,
    faults,
    warnings = [],
    remark,
    required,
    onChange,
    onEnter,
    onLeave,
    district,
  } = props;
  const status = faults.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : undefined;
  return (
    <div className="defined-field" onFocus={onEnter} onBlur={onLeave}>
      <Form.Item
        htmlFor={id}
        label={
          <>
            {field.label}
            {!required && <span className="muted">（选填）</span>}
          </>
        }
        colon={false}
        {...(status ? { validateStatus: status } : {})}
        help={[...faults, ...warnings].length > 0 ? [...faults, ...warnings].join('；') : null}
        extra={<FieldHelp field={field} />}
      >
        <FieldControl
          field={field}
          id={id}
          value={value}
          onChange={onChange}
          {...(district === undefined ? {} : { district })}
        />
      </Form.Item>
      {remark}
    </div>
  );
}

/** What an answer looks like is of use where it is written, not where it is chosen from a list. */
const WRITTEN: ReadonlySet<FormField['type']> = new Set([
  'text',
  'multiline',
  'integer',
  'decimal',
  'date',
  'uscc',
  'residentId',
  'phone',
]);

function FieldHelp({ field: { type, help, example, basis } }: { readonly field: FormField }) {
  return (
    <>
      {help}
      {example !== undefined && WRITTEN.has(type) && ` 例：${example}`}
      {basis !== undefined && (
        <details className="basis">
          <summary>依据</summary>
          {basis.law}
          {basis.article ?? ''}
        </details>
      )}
    </>
  );
}
