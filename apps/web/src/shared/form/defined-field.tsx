import type { FormField } from '@zhaoguan/contracts';
import type { FormFault } from '@zhaoguan/forms';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { Suggestions } from './field-control-props';
import { cellMarks, faultLines, idOfLine, spokenFault, type FaultLine } from './fault-lines';
import { FieldControl } from './field-control';
import './defined-field.css';

interface DefinedFieldProps {
  readonly field: FormField;
  /** Unique on the page. */
  readonly id: string;
  readonly value: unknown;
  /** What is wrong or to be looked at twice, here or in a cell of it, once it may be said. */
  readonly faults: readonly FormFault[];
  /** Of the authority, when the filing was returned. */
  readonly remark?: ReactNode;
  readonly required: boolean;
  readonly onChange: (value: unknown) => void;
  readonly onEnter?: () => void;
  readonly onLeave: () => void;
  /** District of which a township is chosen. */
  readonly district?: string | null;
  readonly suggestions?: Suggestions | undefined;
}

/** One field of a form definition: label, help, control, and below it what is wrong, said as one types. */
export function DefinedField(props: DefinedFieldProps) {
  const { field, id, value, faults, remark, required, onChange, onEnter, onLeave, district, suggestions } =
    props;
  const lines = faultLines(field, faults);
  // A table marks its faulty cells itself; its own mark would paint every one of them.
  const isTable = field.type === 'rows';
  const [worst] = lines;
  const status = isTable || !worst ? {} : { validateStatus: STATUS[worst.severity] };
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
        {...status}
        help={worst ? <FaultList id={id} lines={lines} /> : null}
        extra={<FieldHelp field={field} />}
      >
        <FieldControl
          field={field}
          id={id}
          value={value}
          onChange={onChange}
          {...(district === undefined ? {} : { district })}
          {...(suggestions === undefined ? {} : { suggestions })}
          {...(isTable ? { marks: cellMarks(field, lines, id) } : { spoken: spokenFault(lines, id) })}
        />
      </Form.Item>
      {remark}
    </div>
  );
}

const STATUS = { ERROR: 'error', WARNING: 'warning' } as const;

interface FaultListProps {
  /** Of the field. */
  readonly id: string;
  readonly lines: readonly FaultLine[];
}

function FaultList({ id, lines }: FaultListProps) {
  return (
    <ul className="field-faults">
      {lines.map(({ key, severity, text }, index) => (
        <li key={key} id={idOfLine(id, index)} className={`field-${STATUS[severity]}`}>
          {severity === 'WARNING' && '请注意：'}
          {text}
        </li>
      ))}
    </ul>
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
