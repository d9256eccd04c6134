import type { FormField } from '@zhaoguan/contracts';
import { citedMessage, type FormFault } from '@zhaoguan/forms';
import { FieldValue } from '../../../shared/form/field-value';
import { Mark } from '../../../shared/ui/mark';
import { cellOf } from './steps';

interface CheckedValueProps {
  readonly field: FormField;
  /** What stands in the form on this page. */
  readonly typed: unknown;
  /** What the server holds, personal data masked. */
  readonly held: unknown;
  readonly faults: readonly FormFault[];
}

/**
 * An answer at the last look. A number that its author has just typed is shown as it was typed, for behind a mask no slip
 * is seen; one that is on the server since an earlier visit is masked here as it is in the form.
 */
export function CheckedValue({ field, typed, held, faults }: CheckedValueProps) {
  const own = field.personal === true && typeof typed === 'string' && typed !== '';
  const here = faults.filter(
    ({ pointer }) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`),
  );
  return (
    <>
      {own ? <span className="mono">{typed}</span> : <FieldValue field={field} value={typed ?? held} />}
      {here.map((fault) => (
        <FaultAt key={fault.pointer + fault.code} field={field} fault={fault} />
      ))}
    </>
  );
}

function FaultAt({ field, fault }: { readonly field: FormField; readonly fault: FormFault }) {
  const cell = cellOf(field, fault.pointer);
  const words = cell === '' ? citedMessage(fault) : `${cell}：${citedMessage(fault)}`;
  if (fault.severity === 'WARNING') return <p className="muted">请注意：{words}</p>;
  return (
    <p>
      <Mark tone="attention">需要改正</Mark> {words}
    </p>
  );
}
