import type { PublicInstitution } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Mark } from '../components/marks';

const STATUS_LABELS = {
  OPERATING: '在营',
  SUSPENDED: '暂停服务',
  CLOSED: '已终止',
} as const satisfies Record<PublicInstitution['status'], string>;

export const OWNERSHIP_LABELS = {
  PUBLIC: '公办',
  PUBLIC_BUILT_PRIVATE_RUN: '公建民营',
  PRIVATE_SUBSIDISED: '民办公助',
  PRIVATE: '民办',
} as const;

/** A state that a visitor must notice before anything else. */
export function StatusMark({ status }: { status: PublicInstitution['status'] }): VNode {
  const tone = status === 'OPERATING' ? 'good' : status === 'SUSPENDED' ? 'attention' : 'stopped';
  return <Mark tone={tone}>{STATUS_LABELS[status]}</Mark>;
}

/** “120 张床（护理型 72 张）” or “60 个托位”. */
export function capacityText({ kind, capacity, nursingBeds }: PublicInstitution): string {
  if (kind === 'CHILDCARE') return `${capacity} 个托位`;
  return nursingBeds === null ? `${capacity} 张床` : `${capacity} 张床（护理型 ${nursingBeds} 张）`;
}
