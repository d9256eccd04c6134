import type { PenaltyTier } from './reference/penalty-bases';

/** Whether a tier punishes 拒不改正 or 逾期不改正, and so presupposes an order to correct. @law 行政处罚法第二十八条 */
export const presupposesOrder = ({ severity }: Pick<PenaltyTier, 'severity'>): boolean =>
  severity === 'REFUSES';

/** Years after which conduct that nobody has discovered is punished no more. @law 行政处罚法第三十六条 */
const YEARS = 5;

/**
 * What is wrong with the day of the order itself: one that lies further back grounds no penalty of today.
 * @param noticedOn day of the notice, where it is known
 */
export function faultOfOrderDay(orderedOn: string, noticedOn: string | undefined): string | null {
  if (noticedOn === undefined) return null;
  const earliest = `${Number(noticedOn.slice(0, 4)) - YEARS}${noticedOn.slice(4)}`;
  return orderedOn < earliest ? `责令改正的日期早于${YEARS}年以前，请核对` : null;
}

/**
 * What is wrong with the last day for the correction, by the rule that console and server share; days as YYYY-MM-DD.
 * @param orderedOn day of the order, where it is known
 * @param noticedOn day of the notice, where it is known
 */
export function faultsOfCorrectionDay(
  dueOn: string,
  orderedOn: string | undefined,
  noticedOn: string | undefined,
): string[] {
  const faults: string[] = [];
  if (orderedOn !== undefined && orderedOn > dueOn) faults.push('改正期限不能早于责令改正的日期');
  if (noticedOn !== undefined && dueOn >= noticedOn)
    faults.push('改正期限应当在告知以前届满；期限未满的，不能认定为逾期未改正');
  return faults;
}
