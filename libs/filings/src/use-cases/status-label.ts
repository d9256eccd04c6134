import { AWAITS_ADMISSION, caseWords, RENEWAL_STATE_LABELS, type RenewalState } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { awaitsAdmission } from '../domain/admission';
import type { Filing } from '../domain/filing';

/** What the words of its state are told by. */
interface Standing extends Pick<Filing, 'regime' | 'type' | 'status' | 'admitBy' | 'admittedOn'> {
  readonly renewal?: object | boolean | null;
  /** Of a renewal: that nobody decided in time, and it counts as granted (视为准予延续). */
  readonly counts?: RenewalState | null;
}

/** The state in the words of the law under which the case is handled, and of what it is about. */
export function statusLabel(standing: Standing, today: PlainDate): string {
  if (standing.counts === 'PRESUMED' && standing.status === 'SUBMITTED') return RENEWAL_STATE_LABELS.PRESUMED;
  return awaitsAdmission(standing, today) ? AWAITS_ADMISSION : caseWords(standing).states[standing.status];
}
