import type { PlainDate } from '@zhaoguan/kernel';

/**
 * Where the renewal of a licence (延续) stands that was asked for in time: it waits for the decision while the licence lasts, and counts as
 * granted when there was none.
 * @law 行政许可法第五十条第二款
 */
export const RENEWAL_STATE_LABELS = {
  WAITING: '延续申请办理中，原证继续有效',
  PRESUMED: '视为准予延续',
} as const;
export type RenewalState = keyof typeof RENEWAL_STATE_LABELS;
export const RENEWAL_STATES = Object.keys(RENEWAL_STATE_LABELS) as RenewalState[];

/** A renewal that was asked for in time and lies with the authority. */
export interface OpenRenewal {
  /** Last day of the licence. */
  readonly until: PlainDate;
  /** Whether the authority had taken it in by then, said or not. */
  readonly takenIn: boolean;
}

/**
 * An authority owes a decision on what it has taken in: what came back to it on the last days and was not taken in by then is decided later
 * as an application of its own.
 * @law 行政许可法第五十条第二款、第三十二条第一款
 */
export function renewalStateOn({ until, takenIn }: OpenRenewal, today: PlainDate): RenewalState | null {
  if (today <= until) return 'WAITING';
  return takenIn ? 'PRESUMED' : null;
}
