/** What an inspector concludes about one item of the checklist (检查项目结论). */
export const OUTCOMES = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  PASS: '符合',
  FAIL: '不符合',
  NOT_APPLICABLE: '不适用',
};
