import { Mark } from '../../shared/ui/mark';
import { readsTheSame, type ChangedField } from './changes';

/** At a field that a change filing changes: what was filed before. */
export function AmendedNote({ change }: { readonly change: ChangedField | undefined }) {
  if (!change) return null;
  if (change.supplied)
    return (
      <p className="amended">
        <Mark tone="plain">补充填报</Mark> 以前没有填报
      </p>
    );
  return (
    <p className="amended">
      <Mark tone="attention">变更</Mark>{' '}
      {readsTheSame(change) ? '号码有变更，隐去的部分不同' : `变更前：${change.old}`}
    </p>
  );
}
