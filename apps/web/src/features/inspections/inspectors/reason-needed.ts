import { actsBetween, needsReason, type DirectoryEntry } from '@zhaoguan/contracts';

/** What stands in a form, where a field may be empty. */
export type Typed = { readonly [K in keyof DirectoryEntry]?: DirectoryEntry[K] | null | undefined };

/** Whether saving what stands in the form needs a reason, by the rule of the server; an empty field says nothing yet. */
export function reasonIsNeeded(entry: DirectoryEntry, typed: Typed): boolean {
  const { department, districts, validUntil, active } = entry;
  return actsBetween(entry, {
    department: typed.department ?? department,
    districts: typed.districts ?? districts,
    validUntil: typed.validUntil ?? validUntil,
    active: typed.active ?? active,
  }).some(needsReason);
}
