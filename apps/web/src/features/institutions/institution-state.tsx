import {
  FILING_END_LABELS,
  INSTITUTION_STATUS_LABELS,
  type FilingEnd,
  type InstitutionStatus,
} from '@zhaoguan/contracts';
import { Mark, type Tone } from '../../shared/ui/mark';

const TONES: Readonly<Record<InstitutionStatus, Tone>> = {
  OPERATING: 'good',
  SUSPENDED: 'attention',
  CLOSED: 'stopped',
};

export function InstitutionState({ status }: { readonly status: InstitutionStatus }) {
  return <Mark tone={TONES[status]}>{INSTITUTION_STATUS_LABELS[status]}</Mark>;
}

/** That the authority has ended the filing (备案已注销、已撤销), which the state of the institution does not say. */
export function FilingEndMark({ endedAs }: { readonly endedAs: FilingEnd | null }) {
  return endedAs === null ? null : <Mark tone="stopped">{FILING_END_LABELS[endedAs]}</Mark>;
}
