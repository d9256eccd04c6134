import { actsBetween, type DirectoryAct, type DirectoryEntry } from '@zhaoguan/contracts';

/**
 * How far back changes of the directory are published with a draw, in days: a quarter, the usual distance of two plans.
 */
export const DIRECTORY_WINDOW_DAYS = 90;

/** One change (名录变动), kept for good. */
export interface DirectoryChange {
  readonly act: DirectoryAct;
  /** Before and after. */
  readonly departments: readonly string[];
  readonly districts: readonly string[];
  readonly reason: string | null;
}

/** What was done to an entry, each act once, with where that was and why. */
export function changesBetween(
  before: DirectoryEntry,
  after: DirectoryEntry,
  reason: string | null,
): DirectoryChange[] {
  const departments = [...new Set([before.department, after.department])];
  const districts = [...new Set([...before.districts, ...after.districts])];
  return actsBetween(before, after).map((act) => ({ act, departments, districts, reason }));
}
