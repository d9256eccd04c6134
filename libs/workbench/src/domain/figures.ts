import type { Grade, Kind } from '@zhaoguan/contracts';
import { addDays, weekday, type PlainDate } from '@zhaoguan/kernel';

/** What became of a filing that was handed in. */
export const FILING_OUTCOMES = [
  'SUBMITTED',
  'RETURNED',
  'DISMISSED',
  'REFUSED',
  'LAPSED',
  'WITHDRAWN',
  'ACCEPTED',
] as const;
export type FilingOutcome = (typeof FILING_OUTCOMES)[number];

/** Filings handed in in one week (ISO 8601, from Monday), by what has become of them. */
export interface WeekOfFilings {
  /** E.g. `2026-W47`. */
  readonly week: string;
  readonly from: PlainDate;
  readonly byOutcome: Readonly<Record<FilingOutcome, number>>;
}

/** Working days from handing in to the decision, of one kind. */
export interface DaysToDecision {
  readonly kind: Kind;
  readonly decided: number;
  /** Null when nothing was decided. */
  readonly medianWorkingDays: number | null;
}

export interface GradesOfKind {
  readonly kind: Kind;
  readonly byGrade: Readonly<Record<Grade, number>>;
}

/** How often an item was found wrong. */
export interface FindingCount {
  readonly itemCode: string;
  readonly itemTitle: string;
  readonly severity: 'V' | 'H' | 'M' | 'L';
  readonly count: number;
}

export interface ResultCount {
  readonly resultCode: string;
  readonly resultLabel: string;
  readonly count: number;
}

/** How far the inspections of a running draw are. */
export interface PlanProgress {
  readonly planId: string;
  readonly drawId: string;
  readonly title: string;
  readonly kind: Kind;
  readonly districts: readonly string[];
  readonly dueOn: PlainDate;
  readonly done: number;
  readonly begun: number;
  readonly waiting: number;
}

export interface GradeChange {
  readonly institutionId: string;
  readonly institutionName: string;
  /** Null for the first grade. */
  readonly from: Grade | null;
  readonly to: Grade;
  readonly score: number;
  readonly changedOn: PlainDate;
  readonly cause: string;
}

/** Mondays of the last weeks, this week's included, oldest first. */
export function mondaysUntil(today: PlainDate, weeks: number): PlainDate[] {
  const monday = addDays(today, 1 - weekday(today));
  return Array.from({ length: weeks }, (_, i) => addDays(monday, (i + 1 - weeks) * 7));
}

/** ISO 8601: a week belongs to the year of its Thursday. */
export function isoWeek(monday: PlainDate): string {
  const year = addDays(monday, 3).slice(0, 4);
  const first = mondayOfFirstWeek(year);
  let number = 1;
  for (let at = first; at < monday; at = addDays(at, 7)) number += 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The first week of a year is the one with 4 January. */
function mondayOfFirstWeek(year: string): PlainDate {
  const fourth = `${year}-01-04` as PlainDate;
  return addDays(fourth, 1 - weekday(fourth));
}

/** The value in the middle, each counted so often; the mean of the two middle ones where their number is even. */
export function medianOf(
  values: readonly { readonly value: number; readonly count: number }[],
): number | null {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const at = (place: number): number => {
    let passed = 0;
    for (const { value, count } of sorted) {
      passed += count;
      if (passed > place) return value;
    }
    return sorted.at(-1)?.value ?? 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
