import {
  INSTITUTION_STATUS_LABELS,
  LICENCE_EXPIRED_LABEL,
  REMOVAL_WORDS,
  type FilingEnd,
  type InstitutionStatus,
  type Regime,
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

/** That its licence has expired and was not renewed, which neither its state nor its number says. */
export function LicenceExpiredMark({ on }: { readonly on: string | null }) {
  return on === null ? null : <Mark tone="stopped">{LICENCE_EXPIRED_LABEL}</Mark>;
}

interface FilingEndMarkProps {
  readonly endedAs: FilingEnd | null;
  readonly regime: Regime;
}

/** That the authority has ended the filing or licence (已注销、已撤销), which the state of the institution does not say. */
export function FilingEndMark({ endedAs, regime }: FilingEndMarkProps) {
  return endedAs === null ? null : <Mark tone="stopped">{REMOVAL_WORDS[regime].ends[endedAs]}</Mark>;
}
