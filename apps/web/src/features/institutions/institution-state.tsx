import { INSTITUTION_STATUS_LABELS, type InstitutionStatus } from '@zhaoguan/contracts';
import { Mark, type Tone } from '../../shared/ui/mark';

const TONES: Readonly<Record<InstitutionStatus, Tone>> = {
  OPERATING: 'good',
  SUSPENDED: 'attention',
  CLOSED: 'stopped',
};

export function InstitutionState({ status }: { readonly status: InstitutionStatus }) {
  return <Mark tone={TONES[status]}>{INSTITUTION_STATUS_LABELS[status]}</Mark>;
}
