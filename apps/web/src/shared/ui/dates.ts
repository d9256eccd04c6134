/**
 * Dates and instants, always in China's time (Asia/Shanghai): in sentences and facts the Chinese way, in the columns of a
 * table as `2026-11-25`, which can be compared line by line and is as the interface gives a day.
 */

const DAY = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const INSTANT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const COLUMN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-11-25 14:05` from an instant in ISO 8601, for a column of a table. */
export function instantInTable(instant: string): string {
  return COLUMN.format(new Date(instant));
}

const DAY_IN_CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** `2026-11-25`, the day in China on which an instant in ISO 8601 lies; for a column too narrow for the minute. */
export function dayOfInstant(instant: string): string {
  return DAY_IN_CHINA.format(new Date(instant));
}

/** `2026年11月25日` from `2026-11-25`. */
export function dayInWords(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}

/** `2026年11月25日 14:05` from an instant in ISO 8601. */
export function instantInWords(instant: string): string {
  return INSTANT.format(new Date(instant));
}

const DAY_LENGTH = '2026-11-25'.length;

/** A day, or an instant with its time. */
export function momentInWords(at: string): string {
  return at.length === DAY_LENGTH ? dayInWords(at) : instantInWords(at);
}

/** `14:05`. */
export function clockInWords(instant: string | Date): string {
  return CLOCK.format(new Date(instant));
}
