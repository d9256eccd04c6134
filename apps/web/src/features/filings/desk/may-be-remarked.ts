import type { Changes } from '../changes';
import type { Filing } from '../queries';

/**
 * Where something may still be asked to be put right: at a first submission everywhere; at a later one where something is
 * new, where the last remarks spoke, and where nothing is filled in. Nowhere while the changes are not known.
 * @law 一次性告知: everything else was looked at when the filing was returned, and all defects were to be named then
 */
export function mayBeRemarked(
  pointer: string,
  incomplete: Filing['incomplete'],
  changes: Changes | undefined,
): boolean {
  if (changes === undefined) return false;
  if (changes.since === null) return true;
  const open = [
    ...changes.fields.map((field) => field.pointer),
    ...changes.materials.map(({ code }) => `/materials/${code}`),
    ...changes.remarks.map((remark) => remark.pointer),
    ...incomplete.map((item) => item.pointer),
  ];
  // A remark on the whole filing (`/`) leaves everything open; one on a cell its table.
  return open.some((each) => each === '/' || each === pointer || each.startsWith(`${pointer}/`));
}
