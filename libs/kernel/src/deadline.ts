import { addDays, addMonths, type PlainDate } from './plain-date';
import { addWorkingDays, type HolidayCalendar, type WorkingDayTerm } from './working-days';

/** A statutory term as data, so that a table of actions can name it. */
export interface Deadline {
  readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY' | 'MONTH';
  readonly amount: number;
}

/** A term of working days (工作日). */
export function workingDays(amount: number): Deadline {
  return { unit: 'WORKING_DAY', amount: requirePositive(amount) };
}

/** A term of calendar days (自然日), for laws that say 日 without meaning working days. */
export function calendarDays(amount: number): Deadline {
  return { unit: 'CALENDAR_DAY', amount: requirePositive(amount) };
}

/** A term of months (月). */
export function calendarMonths(amount: number): Deadline {
  return { unit: 'MONTH', amount: requirePositive(amount) };
}

/**
 * The last day of the term that starts on `from`; the starting day does not count.
 * A term of days or months ends on its arithmetical last day: whether a last day on a holiday moves it to the next
 * working day (民法典第二百零三条) depends on the law that sets the term, so the caller decides
 * ({@link workingDayFrom}).
 */
export function dueDate(deadline: Deadline, from: PlainDate, cal: HolidayCalendar): WorkingDayTerm {
  switch (deadline.unit) {
    case 'WORKING_DAY':
      return addWorkingDays(from, deadline.amount, cal);
    case 'CALENDAR_DAY':
      return { date: addDays(from, deadline.amount), uncertain: false };
    case 'MONTH':
      return { date: addMonths(from, deadline.amount), uncertain: false };
  }
}

function requirePositive(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new RangeError(`not a term: ${amount}`);
  return amount;
}
