import {
  addDays,
  dateInShanghai,
  isWorkingDay,
  type HolidayCalendar,
  type PlainDate,
} from '@zhaoguan/kernel';
import type { At } from './scene';

/** The working day so many working days before a day. */
function workingDaysBefore(day: PlainDate, count: number, calendar: HolidayCalendar): PlainDate {
  let date = day;
  for (let left = count; left > 0;) {
    date = addDays(date, -1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** The instant of an act, from that of the first start. */
export function instantOf(at: At, startedAt: Date, calendar: HolidayCalendar): Date {
  if ('minutesAgo' in at) return new Date(startedAt.getTime() - at.minutesAgo * 60_000);
  const [daysAgo, time] = at;
  const day = workingDaysBefore(dateInShanghai(startedAt), daysAgo, calendar);
  return new Date(`${day}T${time}:00+08:00`);
}
