import type { Brand } from './brand';
import { DomainError } from './errors';

/** A calendar day without time or zone, `YYYY-MM-DD`, years 0001 to 9999. Sorts as text. */
export type PlainDate = Brand<string, 'PlainDate'>;

const DAY_MS = 86_400_000;
/**
 * Asia/Shanghai has stood at UTC+8 since daylight saving ended on 1991-09-15. The offset is fixed here on purpose:
 * answers do not depend on the machine's zone data, and no instant this system records is older than that.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The text as a day that exists.
 * @throws DomainError `INVALID_DATE` for another shape or a day that is not in the calendar (2023-02-29)
 */
export function plainDate(s: string): PlainDate {
  if (!isPlainDate(s)) throw new DomainError('INVALID_DATE', { value: s });
  return s;
}

/** Whether the text is `YYYY-MM-DD` and such a day exists. */
export function isPlainDate(s: string): s is PlainDate {
  const match = SHAPE.exec(s);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether such a day exists and somebody who writes it down may mean it: `0206-11-21` is a slip of the hand. */
export const isMeantDay = (s: string): s is PlainDate => isPlainDate(s) && s >= '1900-01-01';
/** What is said of a day that cannot be meant. */
export const EARLY_DAY = '日期过早，应在 1900 年以后，请核对年份';

/** The day so many calendar days later (negative: earlier). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + requireInteger(days));
}

/**
 * The corresponding day so many months later (negative: earlier); where the month has no such day, its last day:
 * 2024-01-31 plus one month is 2024-02-29. Twelve months make a year.
 * @law 民法典第二百零二条
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + requireInteger(months);
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return build(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** First day of the quarter (季度) that the day lies in. */
export function startOfQuarter(date: PlainDate): PlainDate {
  const [year, month] = parts(date);
  return build(year, month - ((month - 1) % 3), 1);
}

/** −1, 0 or 1: order for sorting, the earlier day first. */
export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calendar days from the first day to the second: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The day it is in China at that instant. */
export function dateInShanghai(instant: Date): PlainDate {
  const millis = instant.getTime();
  if (Number.isNaN(millis)) throw new DomainError('INVALID_DATE', { value: 'NaN' });
  return fromDayNumber(Math.floor((millis + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** The first instant of the day in China: 16:00 UTC of the day before. */
export function startOfDayInShanghai(date: PlainDate): Date {
  return new Date(toDayNumber(date) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/** The calendar year, such as 2026. */
export function yearOf(date: PlainDate): number {
  return parts(date)[0];
}

/** The day as documents write it: 2026-01-05 → 2026年1月5日. */
export function chineseDate(date: PlainDate): string {
  const [year, month, day] = parts(date);
  return `${year}年${month}月${day}日`;
}

/** Day of the week by ISO 8601: 1 Monday to 7 Sunday. */
export function weekday(date: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0 (1970-01-01) was a Thursday.
  const sinceMonday = (((toDayNumber(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

function parts(date: PlainDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. */
function toDayNumber(date: PlainDate): number {
  const [year, month, day] = parts(date);
  const utc = new Date(0);
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  utc.setUTCFullYear(year, month - 1, day);
  return utc.getTime() / DAY_MS;
}

function fromDayNumber(dayNumber: number): PlainDate {
  const utc = new Date(dayNumber * DAY_MS);
  return build(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

function build(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function requireInteger(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return value;
}
