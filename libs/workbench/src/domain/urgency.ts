import { SOON_WORKING_DAYS, type Urgency } from '@zhaoguan/contracts';
import { addWorkingDays, workingDaysBetween, type HolidayCalendar, type PlainDate } from '@zhaoguan/kernel';

/** A day of reading: terms are counted when they are asked for, never stored. */
export interface Today {
  readonly date: PlainDate;
  readonly calendar: HolidayCalendar;
}

/** How near the last day of a term is (期限); without a last day nothing is near. */
export function urgencyOf(dueOn: PlainDate | null, { date, calendar }: Today): Urgency {
  if (dueOn === null) return 'NONE';
  if (dueOn < date) return 'OVERDUE';
  if (dueOn === date) return 'TODAY';
  return dueOn <= addWorkingDays(date, SOON_WORKING_DAYS, calendar).date ? 'SOON' : 'LATER';
}

/** Working days left until the evening of the last day; negative when it has passed, null without a last day. */
export function workingDaysLeft(dueOn: PlainDate | null, { date, calendar }: Today): number | null {
  return dueOn === null ? null : workingDaysBetween(date, dueOn, calendar);
}
