import { type HolidayCalendar, type PlainDate, weekday } from '@zhaoguan/kernel';
import { type ReferenceFile, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

/** DAY_OFF: a weekday without work; WORKDAY: a weekend day worked in exchange (调休). */
export const HOLIDAY_KINDS = ['DAY_OFF', 'WORKDAY'] as const;

export interface HolidayRow {
  readonly date: PlainDate;
  readonly kind: (typeof HOLIDAY_KINDS)[number];
  /** The holiday it belongs to, such as 春节. */
  readonly name: string;
}

/** `years` are those whose State Council notice is contained; other years are unknown, not free of holidays. */
export type HolidayFile = ReferenceFile<HolidayRow> & { readonly years: readonly number[] };

/**
 * Reads holidays.json: only weekdays off and weekend days worked, all within its years, each year with both.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseHolidays(json: unknown): HolidayFile {
  const file = readFile(json, 'holidays.json', readHoliday, (row) => ({ years: row.integers('years') }));
  requireUnique(file.items, 'holidays.json', (item) => item.date);
  const stray = file.items.find((item) => !file.years.includes(Number(item.date.slice(0, 4))));
  if (stray) throw new ReferenceDataError('holidays.json.years', `${stray.date}不在所列年份内`);
  for (const year of file.years) {
    for (const kind of HOLIDAY_KINDS) {
      if (!file.items.some((item) => item.kind === kind && item.date.startsWith(`${year}-`))) {
        throw new ReferenceDataError('holidays.json.items', `${year}年没有${kind}，放假安排不完整`);
      }
    }
  }
  return file;
}

/** The calendar that working-day terms are counted with. */
export function toHolidayCalendar(file: HolidayFile): HolidayCalendar {
  const datesOf = (kind: HolidayRow['kind']) =>
    new Set<string>(file.items.filter((item) => item.kind === kind).map((item) => item.date));
  return { years: file.years, holidays: datesOf('DAY_OFF'), workdays: datesOf('WORKDAY') };
}

function readHoliday(row: Row): HolidayRow {
  const item = { date: row.date('date'), kind: row.oneOf('kind', HOLIDAY_KINDS), name: row.chinese('name') };
  const weekend = weekday(item.date) > 5;
  if (weekend !== (item.kind === 'WORKDAY')) {
    row.fail(
      'date',
      `${item.date}是星期${'一二三四五六日'.charAt(weekday(item.date) - 1)}，不应为${item.kind}`,
    );
  }
  return item;
}
