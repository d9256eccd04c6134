import { INSTITUTION_STATUS_LABELS } from '@zhaoguan/contracts';
import type { PublicInstitution } from '@zhaoguan/publication';
import type { VNode } from 'preact';
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
