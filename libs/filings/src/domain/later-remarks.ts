import { refuse } from '@zhaoguan/contracts';
import type { IncompleteItem } from './application-review';
import type { FilingChanges } from './filing-changes';
import { TAKEOVER_POINTER, type Remark } from './remarks';

/** What decides where a later round may still ask for something. */
export interface LaterRound {
  /** What the last submission has changed of the one before. */
  readonly changes: FilingChanges;
  /** All that was ever asked for in this filing: a remark that was not followed is not lost by being left out once. */
  readonly earlier: readonly Pick<Remark, 'pointer'>[];
  readonly incomplete: readonly IncompleteItem[];
  /** Codes of the materials that are the form itself, signed (备案申请书): they speak of every item. */
  readonly signedForms: readonly string[];
  /** Whether the applicant is asked what they have to do with what stands in the register, and must still say it. */
  readonly takeover: { readonly asked: boolean; readonly unsaid: boolean };
}

/** By these a filing is of one house and one legal person: what stands in the register beside it is another with any of them. */
const OF_THE_HOUSE = ['/institution/uscc', '/institution/address', '/institution/township'];

/**
 * Pointers at which something may still be asked to be put right: what is new, what was asked for before, and what is not
 * filled in; of the signed form as well, once an item was changed of which it speaks. What was said of the filing as a whole (`/`) opens nothing but
 * itself, or whoever says that first may take up one thing after the other.
 * @law 行政许可法第三十二条 by analogy, 一次性告知: everything else was looked at when the filing was returned
 */
export function openToRemarks({ changes, earlier, incomplete, signedForms, takeover }: LaterRound): string[] {
  const isMoved = takeover.asked && changes.fields.some(({ pointer }) => OF_THE_HOUSE.includes(pointer));
  return [
    ...new Set([
      ...changes.fields.map(({ pointer }) => pointer),
      ...changes.materials.map(({ code }) => `/materials/${code}`),
      ...(changes.takeover !== null || isMoved || takeover.unsaid ? [TAKEOVER_POINTER] : []),
      ...(changes.fields.length > 0 ? signedForms.map((code) => `/materials/${code}`) : []),
      ...earlier.map(({ pointer }) => pointer),
      ...incomplete.map(({ pointer }) => pointer),
    ]),
  ];
}

/** A remark on a table speaks of its cells, and one on a cell of its table. */
function isOpen(pointer: string, open: readonly string[]): boolean {
  return open.some(
    (each) =>
      each === pointer ||
      each.startsWith(`${pointer}/`) ||
      (pointer !== '/' && pointer.startsWith(`${each}/`)),
  );
}

/** @throws REMARK_TOO_LATE naming each remark on something that should have been named before */
export function requireInTime(
  remarks: readonly Remark[],
  open: readonly string[],
  nameOf: (pointer: string) => string,
): void {
  const late = remarks.flatMap(({ pointer }, index) => (isOpen(pointer, open) ? [] : [{ pointer, index }]));
  if (late.length === 0) return;
  const fields = late.map(({ pointer, index }) => ({
    pointer: `/reasons/${index}/pointer`,
    code: 'REMARK_TOO_LATE',
    message: `“${nameOf(pointer)}”上次退回时没有提出意见，这次提交也没有改动`,
  }));
  throw refuse('REMARK_TOO_LATE', { places: late.map(({ pointer }) => nameOf(pointer)) }, fields);
}
