import { addDays, isWorkingDay, type HolidayCalendar, type PlainDate } from '@zhaoguan/kernel';

/** The working day so many working days before a day. */
export function workingDaysBefore(day: PlainDate, count: number, calendar: HolidayCalendar): PlainDate {
  let date = day;
  for (let left = count; left > 0;) {
    date = addDays(date, -1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** An hour of a day in Shanghai, which knows no summer time. */
export function instantOf(day: PlainDate, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}
