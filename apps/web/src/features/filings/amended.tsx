import { Mark } from '../../shared/ui/mark';
import { readsTheSame, type ChangedField } from './changes';

/** At a field that a change filing changes: what is filed now. */
export function AmendedNote({ change }: { readonly change: ChangedField | undefined }) {
  if (!change) return null;
  return (
    <p>
      <Mark tone="attention">变更</Mark>{' '}
      {readsTheSame(change) ? '号码中隐去的部分与现在的备案不同' : `现在的备案：${change.old}`}
    </p>
  );
}
