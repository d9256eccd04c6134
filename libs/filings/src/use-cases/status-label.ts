import { AWAITS_ADMISSION, caseWords } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { awaitsAdmission } from '../domain/admission';
import type { Filing } from '../domain/filing';

/** What the words of its state are told by. */
interface Standing extends Pick<Filing, 'regime' | 'type' | 'status' | 'admitBy' | 'admittedOn'> {
  readonly renewal?: object | boolean | null;
}

/** The state in the words of the law under which the case is handled, and of what it is about. */
export function statusLabel(standing: Standing, today: PlainDate): string {
  return awaitsAdmission(standing, today) ? AWAITS_ADMISSION : caseWords(standing).states[standing.status];
}
