/** What an inspector concludes about one item of the checklist (检查项目结论). */
export const OUTCOMES = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  PASS: '符合',
  FAIL: '不符合',
  NOT_APPLICABLE: '不适用',
};

/** Wordings about the visit itself: there may be nothing found wrong, since nothing could be looked at. */
const ABOUT_THE_VISIT: ReadonlySet<string> = new Set(['NOT_FOUND', 'REFUSED']);

/** The standard wording chosen for a result, as far as the rule needs it. */
interface ResultWording {
  readonly code: string;
  readonly requiresFollowUp: boolean;
}

/**
 * Whether a result wording contradicts the findings: an item found wrong needs a wording that is followed up; without
 * one, no wording may claim a problem (`发现问题…`). Closed or moved institutions have wordings of their own.
 */
export function contradictsFindings(foundWrong: boolean, { code, requiresFollowUp }: ResultWording): boolean {
  if (foundWrong) return !requiresFollowUp;
  return requiresFollowUp && !ABOUT_THE_VISIT.has(code);
}

/**
 * The one wording that says what was found, when every item has been looked at; undefined where several do. Those about
 * the visit remain open to whoever was there.
 */
export function soleWording<W extends ResultWording & { readonly needsFindings: boolean }>(
  foundWrong: boolean,
  wordings: readonly W[],
): W | undefined {
  const fitting = wordings.filter(
    (wording) =>
      wording.needsFindings &&
      !ABOUT_THE_VISIT.has(wording.code) &&
      !contradictsFindings(foundWrong, wording),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
