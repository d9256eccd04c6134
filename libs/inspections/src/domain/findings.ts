import { contradictsFindings, type ItemBasis, type ItemSeverity, type Outcome } from '@zhaoguan/contracts';

/** A line of the 抽查事项清单 as it stood when the plan was made. */
export interface PlanItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly check: string;
  readonly legalBasis: readonly ItemBasis[];
  readonly severity: ItemSeverity;
  readonly severityLabel: string;
  /** Subject (检查内容类别) under which a checklist lists it. Plans made before it was copied have none. */
  readonly category?: string;
}

/** What was found for one item (检查情况). */
export interface Finding {
  readonly id: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemTitle: string;
  readonly legalBasis: readonly ItemBasis[];
  readonly severity: ItemSeverity;
  readonly outcome: Outcome;
  readonly note: string | null;
  readonly evidenceIds: readonly string[];
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** An item found wrong, as the result carries it. */
export interface Failure {
  readonly findingId: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly title: string;
  readonly severity: ItemSeverity;
  readonly legalBasis: readonly ItemBasis[];
}

/** The standard wording chosen for the result, as far as the rule needs it. */
export interface ResultCode {
  readonly code: string;
  readonly excludesOthers: boolean;
  readonly requiresFollowUp: boolean;
}

/** Wordings by which the inspectors say that there is nobody left to be inspected. */
export const GONE: readonly string[] = [
  'NOT_FOUND',
  'CLOSED',
  'DEREGISTERED',
  'LICENCE_REVOKED',
  'REGISTRATION_CANCELLED',
  'RELOCATED',
];

export function saysGone(resultCode: string | null): boolean {
  return resultCode !== null && GONE.includes(resultCode);
}

/** Such a word spares the institution: it counts when a second inspector has signed it (会签). */
export function lacksSignature(resultCode: string | null, coSignedBy: string | null): boolean {
  return saysGone(resultCode) && coSignedBy === null;
}

/** Whether a result wording contradicts the findings, by the rule that the phone knows too. */
export function contradicts(findings: readonly Pick<Finding, 'outcome'>[], result: ResultCode): boolean {
  return contradictsFindings(
    findings.some(({ outcome }) => outcome === 'FAIL'),
    result,
  );
}

export function failuresOf(findings: readonly Finding[]): Failure[] {
  return findings
    .filter(({ outcome }) => outcome === 'FAIL')
    .map(({ id, itemId, itemCode, itemTitle, severity, legalBasis }) => ({
      findingId: id,
      itemId,
      itemCode,
      title: itemTitle,
      severity,
      legalBasis,
    }));
}

/** Findings that replace another inspector's by another outcome. */
export function disagreements(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly earlier: Finding; readonly now: Finding }[] {
  return after.flatMap((now) => {
    const earlier = before.find(({ itemId }) => itemId === now.itemId);
    const disagrees = earlier && earlier.recordedBy !== now.recordedBy && earlier.outcome !== now.outcome;
    return disagrees ? [{ earlier, now }] : [];
  });
}
