import { FILING_OF_STATUS_ACTION, FILING_TYPE_LABELS, INSTITUTION_STATUS_LABELS } from '@zhaoguan/contracts';
import type { PublicInstitution, StatusStepFacts } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { longDate } from '../components/dates';
import { Mark } from '../components/marks';

/** A state that a visitor must notice before anything else. */
export function StatusMark({ status }: { status: PublicInstitution['status'] }): VNode {
  const tone = status === 'OPERATING' ? 'good' : status === 'SUSPENDED' ? 'attention' : 'stopped';
  return <Mark tone={tone}>{INSTITUTION_STATUS_LABELS[status]}</Mark>;
}

/** “120 张床（护理型 72 张）” or “60 个托位”. */
export function capacityText({ kind, capacity, nursingBeds }: PublicInstitution): string {
  if (kind === 'CHILDCARE') return `${capacity} 个托位`;
  return nursingBeds === null ? `${capacity} 张床` : `${capacity} 张床（护理型 ${nursingBeds} 张）`;
}

/** From which day on the service stops, goes on or ends, as it was filed. */
export function stepText({ action, effectiveOn, inForce }: StatusStepFacts): string {
  const day = longDate(effectiveOn);
  const step = FILING_TYPE_LABELS[FILING_OF_STATUS_ACTION[action]];
  return inForce ? `${day}起${step}` : `将于${day}${step}`;
}
