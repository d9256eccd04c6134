import { ITEM_SEVERITY_LABELS, type ItemSeverity } from '@zhaoguan/contracts';
import { Mark, type Tone } from './mark';

const TONES: Readonly<Record<ItemSeverity, Tone>> = {
  V: 'stopped',
  H: 'attention',
  M: 'running',
  L: 'plain',
};

/** How grave a failed item is (问题程度). */
export function SeverityMark({ severity }: { readonly severity: ItemSeverity }) {
  return <Mark tone={TONES[severity]}>{ITEM_SEVERITY_LABELS[severity]}</Mark>;
}
