import type { Changes } from '../changes';

/**
 * Where something may still be asked to be put right, as the server says it: at a first submission everywhere. Nowhere while
 * that is not known.
 * @law 一次性告知: everything else was looked at when the filing was returned, and all defects were to be named then
 */
export function mayBeRemarked(pointer: string, changes: Changes | undefined): boolean {
  if (changes === undefined) return false;
  // A remark on a cell leaves its table open; one on the whole filing (`/`) nothing but itself.
  return changes.openToRemarks?.some((each) => each === pointer || each.startsWith(`${pointer}/`)) ?? true;
}
