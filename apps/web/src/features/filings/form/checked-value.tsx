import type { FormField } from '@zhaoguan/contracts';
import type { FormFault, MissingField } from '@zhaoguan/forms';
import { faultLines, type FaultLine } from '../../../shared/form/fault-lines';
import { FieldValue } from '../../../shared/form/field-value';
import { Mark } from '../../../shared/ui/mark';

interface CheckedValueProps {
  readonly field: FormField;
  /** What stands in the form on this page. */
  readonly typed: unknown;
  /** What the server holds, personal data masked. */
  readonly held: unknown;
  readonly faults: readonly FormFault[];
  /** What is open at a field that cannot be without an answer: the server keeps the old one, which is none any more. */
  readonly emptied?: MissingField | undefined;
}

/**
 * An answer at the last look. A number that its author has just typed is shown as it was typed, for behind a mask no slip
 * is seen; one that is on the server since an earlier visit is masked here as it is in the form.
 */
export function CheckedValue({ field, typed, held, faults, emptied }: CheckedValueProps) {
  if (emptied) return <FaultAt line={{ severity: 'ERROR', text: emptied.message }} />;
  const own = field.personal === true && typeof typed === 'string' && typed !== '';
  const here = faults.filter(
    ({ pointer }) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`),
  );
  return (
    <>
      {own ? <span className="mono">{typed}</span> : <FieldValue field={field} value={typed ?? held} />}
      {faultLines(field, here).map((line) => (
        <FaultAt key={line.key} line={line} />
      ))}
    </>
  );
}

function FaultAt({ line: { severity, text } }: { readonly line: Pick<FaultLine, 'severity' | 'text'> }) {
  if (severity === 'WARNING') return <p className="muted">请注意：{text}</p>;
  return (
    <p>
      <Mark tone="attention">需要改正</Mark> {text}
    </p>
  );
}
