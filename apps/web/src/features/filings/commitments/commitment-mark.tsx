import { Mark, type Tone } from '../../../shared/ui/mark';
import type { Material } from '../queries';

type Status = NonNullable<Material['commitment']>['status'];

const TONES: Readonly<Record<Status, Tone>> = {
  GIVEN: 'plain',
  OPEN: 'attention',
  HANDED_IN: 'running',
  KEPT: 'good',
  BREACHED: 'stopped',
  WITHDRAWN: 'plain',
  LAPSED: 'plain',
};

/** What became of a commitment (告知承诺). */
export function CommitmentMark({ status, label }: { readonly status: Status; readonly label: string }) {
  return <Mark tone={TONES[status]}>{label}</Mark>;
}
