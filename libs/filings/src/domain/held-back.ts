import type { Filing } from './filing';

/** Why an official does not conduct a case (回避). */
export const HELD_BACK = ['FILED', 'ENTERED', 'ACCOUNT_GIVEN', 'ADVISED'] as const;
export type HeldBack = (typeof HELD_BACK)[number];

/** What this person had to do with it before, first what tells most; null where they are free to conduct it. @law 公务员法第七十六条（回避） */
export function heldBackFrom(
  {
    applicantId,
    enteredBy,
    accountGivenBy,
    advisedBy,
  }: Pick<Filing, 'applicantId' | 'enteredBy' | 'accountGivenBy' | 'advisedBy'>,
  personId: string,
): HeldBack | null {
  if (applicantId === personId) return 'FILED';
  if (enteredBy === personId) return 'ENTERED';
  if (accountGivenBy === personId) return 'ACCOUNT_GIVEN';
  return advisedBy.includes(personId) ? 'ADVISED' : null;
}
