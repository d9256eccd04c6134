import { INSTITUTION_STATUS_LABELS } from '@zhaoguan/contracts';
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

const STEPS = { suspend: '暂停服务', resume: '恢复服务', close: '终止服务' } as const;

/** From which day on the service stops, goes on or ends, as it was filed. */
export function stepText({ action, effectiveOn, inForce }: StatusStepFacts): string {
  const day = longDate(effectiveOn);
  return inForce ? `${day}起${STEPS[action]}` : `将于${day}${STEPS[action]}`;
}
