import type { ItemBasis, ItemSeverity, Outcome } from '@zhaoguan/contracts';

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

/** Wordings about the visit itself: there may be nothing found wrong, since nothing could be looked at. */
const ABOUT_THE_VISIT: ReadonlySet<string> = new Set(['NOT_FOUND', 'REFUSED']);

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

/**
 * Whether a result wording contradicts the findings: an item found wrong needs a wording that is followed up; without
 * one, no wording may claim a problem (`发现问题…`). Closed or moved institutions have wordings of their own.
 */
export function contradicts(findings: readonly Pick<Finding, 'outcome'>[], result: ResultCode): boolean {
  const wrong = findings.some(({ outcome }) => outcome === 'FAIL');
  if (wrong) return !result.requiresFollowUp;
  return result.requiresFollowUp && !ABOUT_THE_VISIT.has(result.code);
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
