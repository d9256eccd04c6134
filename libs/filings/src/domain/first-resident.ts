import { isPlainDate, workingDaysBetween, type HolidayCalendar, type PlainDate } from '@zhaoguan/kernel';
import type { Filing } from './filing';

/**
 * Within so many working days after the first older person was taken in a 养老机构 files (reference list `terms`).
 * @law 养老机构管理办法（民政部令第66号）: 收住老年人后10个工作日以内提出备案
 */
export const INTAKE_TERM = 'FILING_DUE';

/** When the first older person was taken in, and how long after that it was filed (收住后备案). */
export interface FirstResident {
  readonly on: PlainDate;
  /** On which working day after that it was first handed in; 0 on the same day. */
  readonly workingDay: number;
  readonly limit: number;
  /** A hint to who receives it, and nothing else: who files late is urged to file, and not fined. */
  readonly isLate: boolean;
}

/** The day that a first filing of a 养老机构 names; null for who files before taking anybody in, and for any other filing. */
export function firstResidentOn({
  kind,
  type,
  application,
}: Pick<Filing, 'kind' | 'type' | 'application'>): PlainDate | null {
  const named = application.particulars['firstResidentOn'];
  if (kind !== 'ELDERLY_CARE' || type !== 'INITIAL') return null;
  return typeof named === 'string' && isPlainDate(named) ? named : null;
}

/** @param filedOn day on which it was first handed in: what was returned and handed in again was filed in time, if it was */
export function firstResident(
  on: PlainDate,
  filedOn: PlainDate,
  limit: number,
  calendar: HolidayCalendar,
): FirstResident {
  const workingDay = Math.max(0, workingDaysBetween(on, filedOn, calendar));
  return { on, workingDay, limit, isLate: workingDay > limit };
}
