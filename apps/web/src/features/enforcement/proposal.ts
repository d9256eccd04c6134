import type { PenaltyMeasure } from '@zhaoguan/contracts';
import { yuan } from '../../shared/ui/money';
import type { Proposal } from './queries';

/** What a form holds, as a penalty; null while no measure is chosen, or the fine has no amount. */
export function proposalOf({
  measures = [],
  amountFen,
  severity,
}: {
  readonly measures?: Proposal['measures'];
  readonly amountFen?: number;
  readonly severity?: Proposal['severity'];
}): Proposal | null {
  const fines = measures.includes('FINE');
  if (measures.length === 0 || (fines && amountFen === undefined)) return null;
  return {
    measures,
    amountFen: fines ? (amountFen ?? 0) : 0,
    ...(severity === undefined ? {} : { severity }),
  };
}

/** The measures by name, the fine with its amount: `警告、罚款 5,000.00元`. */
export function penaltyInWords(
  { measures, amountFen }: Proposal,
  labelOf: (code: PenaltyMeasure) => string | undefined,
): string {
  return measures
    .map((code) => (code === 'FINE' ? `罚款 ${yuan(amountFen)}` : (labelOf(code) ?? code)))
    .join('、');
}

/** The range of a fine: `可以处 5,000.00元以上 50,000.00元以下罚款`. */
export function rangeInWords({
  minFineFen,
  maxFineFen,
}: {
  readonly minFineFen: number | null;
  readonly maxFineFen: number | null;
}): string {
  if (minFineFen === null || maxFineFen === null) return '不得罚款';
  if (minFineFen === 0) return `可以处 ${yuan(maxFineFen)}以下罚款`;
  return `可以处 ${yuan(minFineFen)}以上 ${yuan(maxFineFen)}以下罚款`;
}
