import type { TermUnit } from '@zhaoguan/contracts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  workingDayFrom,
  type HolidayCalendar,
  type PlainDate,
  type WorkingDayTerm,
} from '@zhaoguan/kernel';

/** The last day of a term; of calendar days or months no day of rest. @law 民法典第二百零一条至第二百零三条 */
export function lastDayOf(
  { code, unit, value }: { readonly code: string; readonly unit: TermUnit; readonly value: number },
  from: PlainDate,
  calendar: HolidayCalendar,
): WorkingDayTerm {
  if (unit === 'WORKING_DAY') return addWorkingDays(from, value, calendar);
  if (unit === 'DAY') return workingDayFrom(addDays(from, value), calendar);
  if (unit === 'MONTH') return workingDayFrom(addMonths(from, value), calendar);
  throw new Error(`term ${code} is not counted in days`);
}
