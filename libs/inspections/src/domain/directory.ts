import type { DirectoryAct } from '@zhaoguan/contracts';
import type { Inspector } from './inspector';

/**
 * How far back changes of the directory are published with a draw, in days: a quarter, the usual distance of two plans.
 */
export const DIRECTORY_WINDOW_DAYS = 90;

type Entry = Pick<Inspector, 'department' | 'districts' | 'validUntil' | 'active'>;

/** One change (名录变动), kept for good. */
export interface DirectoryChange {
  readonly act: DirectoryAct;
  /** Before and after. */
  readonly departments: readonly string[];
  readonly districts: readonly string[];
  readonly reason: string | null;
}

/** What was done to an entry, each act once; nothing when it says what it said before. */
export function changesBetween(before: Entry, after: Entry, reason: string | null): DirectoryChange[] {
  const acts: DirectoryAct[] = [];
  if (before.active && !after.active) acts.push('SUSPENDED');
  if (!before.active && after.active) acts.push('RESUMED');
  if (before.department !== after.department || !haveSame(before.districts, after.districts)) {
    acts.push('MOVED');
  }
  if (before.validUntil !== after.validUntil) {
    acts.push(after.validUntil < before.validUntil ? 'SHORTENED' : 'RENEWED');
  }
  const departments = [...new Set([before.department, after.department])];
  const districts = [...new Set([...before.districts, ...after.districts])];
  return acts.map((act) => ({ act, departments, districts, reason }));
}

/** Whether an act takes somebody out of draws, or may: it is not done without saying why. */
export function needsReason({ act }: Pick<DirectoryChange, 'act'>): boolean {
  return act !== 'LISTED' && act !== 'RENEWED';
}

function haveSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}
