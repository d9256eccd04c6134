import {
  findTerm,
  isInForce,
  kindsLedBy,
  MAX_REMINDER_WORKING_DAYS,
  type Permission,
  type TermRow,
} from '@zhaoguan/contracts';
import { addDays, isWorkingDay, workingDaysBetween, type PlainDate } from '@zhaoguan/kernel';
import type { Today } from './urgency';
import type { WorkItem } from './work-item';

/** A work item that ends soon or has ended, with whom it waits for. */
export interface DueItem extends WorkItem {
  readonly dueOn: PlainDate;
  readonly district: string;
  readonly township: string | null;
  readonly permission: Permission;
  readonly department: string | null;
  readonly assignee: string | null;
  readonly notActors: readonly string[];
}

/** Working days before the last day on which people are reminded (期限提醒), by place, kind and date in the list `terms`. */
const REMINDER_TERMS = ['REMINDER_FIRST', 'REMINDER_SECOND'];
/** An item is told to be overdue once; a day on which the job did not run is made up for within so many days. */
const LOOK_BACK_DAYS = 10;

export interface DaysToRemindOf {
  /** Last days that are so many working days ahead as somebody, somewhere, is reminded of. */
  readonly near: readonly PlainDate[];
  /** Last days that have passed lately. */
  readonly overdue: readonly PlainDate[];
}

/** Last days that have passed lately; undefined on a day on which offices are closed. */
export function passedLately({ date, calendar }: Today): PlainDate[] | undefined {
  if (!isWorkingDay(date, calendar)) return undefined;
  return Array.from({ length: LOOK_BACK_DAYS }, (_, i) => addDays(date, -(i + 1)));
}

/** The last days that are reminded of today somewhere; undefined on a day on which offices are closed. */
export function daysToRemindOf(today: Today, terms: readonly TermRow[]): DaysToRemindOf | undefined {
  const overdue = passedLately(today);
  if (!overdue) return undefined;
  const { date, calendar } = today;
  const reminders = terms
    .filter((term) => REMINDER_TERMS.includes(term.code) && isInForce(term, date))
    .map(({ value }) => value);
  const earliest = Math.min(MAX_REMINDER_WORKING_DAYS, Math.max(0, ...reminders));
  const near: PlainDate[] = [];
  for (let day = addDays(date, 1); ; day = addDays(day, 1)) {
    const left = workingDaysBetween(date, day, calendar);
    if (left > earliest) break;
    if (reminders.includes(left)) near.push(day);
  }
  return { near, overdue };
}

/** Whether whoever the item waits for is reminded today, so many working days ahead, by the rules where it lies. */
export function isRemindedOf(
  { district, department }: Pick<DueItem, 'district' | 'department'>,
  left: number,
  terms: readonly TermRow[],
  on: PlainDate,
): boolean {
  const [kind = null] = department === null ? [] : kindsLedBy([department]);
  return REMINDER_TERMS.some((code) => findTerm(terms, { code, kind, district, on })?.value === left);
}

/** What is told once: an item, its last day, and how near it is (so many days, overdue). */
export function occasionOf({ type, subjectId, dueOn }: DueItem, left: number): string {
  return `${left < 0 ? 'overdue' : `due-${left}`}:${type}:${subjectId}:${dueOn}`;
}
