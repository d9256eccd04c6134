import type { Permission } from '@zhaoguan/contracts';
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

/** Working days before the last day on which people are reminded (期限提醒). */
const REMINDERS = [3, 1];
/** An item is told to be overdue once; a day on which the job did not run is made up for within so many days. */
const LOOK_BACK_DAYS = 10;
/** No term of three working days is longer: before it lie the longest holidays, 春节 with its weekends. */
const LOOK_AHEAD_DAYS = 15;

export interface DaysToRemindOf {
  /** Last days that are three or one working days ahead. */
  readonly near: readonly PlainDate[];
  /** Last days that have passed lately. */
  readonly overdue: readonly PlainDate[];
}

/** The last days that are reminded of today; undefined on a day on which offices are closed. */
export function daysToRemindOf({ date, calendar }: Today): DaysToRemindOf | undefined {
  if (!isWorkingDay(date, calendar)) return undefined;
  const ahead = Array.from({ length: LOOK_AHEAD_DAYS }, (_, i) => addDays(date, i + 1));
  return {
    near: ahead.filter((day) => REMINDERS.includes(workingDaysBetween(date, day, calendar))),
    overdue: Array.from({ length: LOOK_BACK_DAYS }, (_, i) => addDays(date, -(i + 1))),
  };
}

/** What is told once: an item, its last day, and how near it is (three days, one day, overdue). */
export function occasionOf({ type, subjectId, dueOn }: DueItem, left: number): string {
  return `${left < 0 ? 'overdue' : `due-${left}`}:${type}:${subjectId}:${dueOn}`;
}
