import {
  addDays,
  addMonths,
  addWorkingDays,
  workingDayFrom,
  type HolidayCalendar,
  type PlainDate,
  type WorkingDayTerm,
} from '@zhaoguan/kernel';
import type { Term } from './reference-data';

/** The last day of a term; of calendar days or months no day of rest. @law 民法典第二百零一条至第二百零三条 */
export function lastDayOf(
  { code, unit, value }: Pick<Term, 'code' | 'unit' | 'value'>,
  from: PlainDate,
  calendar: HolidayCalendar,
): WorkingDayTerm {
  switch (unit) {
    case 'WORKING_DAY':
      return addWorkingDays(from, value, calendar);
    case 'DAY':
      return workingDayFrom(addDays(from, value), calendar);
    case 'MONTH':
      return workingDayFrom(addMonths(from, value), calendar);
    default:
      throw new Error(`term ${code} is not counted in days`);
  }
}
