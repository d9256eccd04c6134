import { addDays, compareDates, type PlainDate, weekday, yearOf } from './plain-date';

/** The State Council's yearly arrangement of holidays (国务院办公厅关于部分节假日安排的通知), as data. */
export interface HolidayCalendar {
  /** Years whose arrangement has been published and is contained. */
  readonly years: readonly number[];
  /** `YYYY-MM-DD` days off, also those that fall on a weekend. */
  readonly holidays: ReadonlySet<string>;
  /** `YYYY-MM-DD` weekend days that are worked in exchange (调休). */
  readonly workdays: ReadonlySet<string>;
}

/** End of a term, and whether it was computed with a calendar that is not yet complete. */
export interface WorkingDayTerm {
  readonly date: PlainDate;
  /**
   * The term runs into a year whose arrangement is not published: weekends and the days that are off by law were left
   * out, what the arrangement adds could not be. The date has to be computed again when the year's notice appears.
   */
  readonly uncertain: boolean;
}

/**
 * `MM-DD` of 元旦, 劳动节 and 国庆节: days off of every year, also of one whose arrangement is not published. The
 * holidays of the lunar calendar are known with the arrangement alone.
 * @law 全国年节及纪念日放假办法（国务院令第795号）第二条
 */
const OFF_BY_LAW: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** Whether offices work on that day: neither holiday nor weekend, or a weekend day worked in exchange. */
export function isWorkingDay(date: PlainDate, cal: HolidayCalendar): boolean {
  if (cal.workdays.has(date)) return true;
  if (OFF_BY_LAW.has(date.slice('2026-'.length))) return false;
  return weekday(date) <= 5 && !cal.holidays.has(date);
}

/**
 * The last day of a term of `n` working days that starts on `from`. The starting day does not count, the last day
 * does; `n` = 0 ends on `from` itself.
 * @law 行政处罚法第八十五条（“二日”“三日”“五日”“七日”为工作日）；民法典第二百零一条（开始的当日不计入）
 */
export function addWorkingDays(from: PlainDate, n: number, cal: HolidayCalendar): WorkingDayTerm {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  const published = new Set(cal.years);
  let date = from;
  let uncertain = false;
  for (let left = n; left > 0;) {
    date = addDays(date, 1);
    uncertain ||= !published.has(yearOf(date));
    if (isWorkingDay(date, cal)) left -= 1;
  }
  return { date, uncertain };
}

/**
 * The day itself when offices work on it, else the next one on which they do: where a term of calendar days ends whose
 * last day is a day of rest. Weekends count as days of rest, for the authority is closed on them as well.
 * @law 民法典第二百零三条: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日
 */
export function workingDayFrom(day: PlainDate, cal: HolidayCalendar): WorkingDayTerm {
  const published = new Set(cal.years);
  let date = day;
  while (!isWorkingDay(date, cal)) date = addDays(date, 1);
  return { date, uncertain: !published.has(yearOf(day)) || !published.has(yearOf(date)) };
}

/**
 * Working days left on the evening of `from` until the end of `to`: the earlier day does not count, the later one
 * does. 0 for the same day; negative when `to` is past, so −2 reads "two working days overdue".
 * Inverse of {@link addWorkingDays}: `workingDaysBetween(d, addWorkingDays(d, n, cal).date, cal) === n`.
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate, cal: HolidayCalendar): number {
  if (compareDates(from, to) > 0) return 0 - workingDaysBetween(to, from, cal);
  let count = 0;
  for (let date = from; date < to;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, cal)) count += 1;
  }
  return count;
}
