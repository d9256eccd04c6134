import dayjs, { type Dayjs } from 'dayjs';

/** Any year that has the 29th of February. */
const LEAP_YEAR = '2000';

/** The day of the calendar that `0024-05-20` or `2026-05-20` names: dayjs alone takes the years below 100 for those of the last century. */
export function dayOf(day: string): Dayjs {
  const [year = '', month = '', date = ''] = day.split('-');
  return Number(year) < 100 ? dayjs(`${LEAP_YEAR}-${month}-${date}`).year(Number(year)) : dayjs(day);
}
