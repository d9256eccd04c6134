import { PENALTY_MEASURE_LABELS, type PenaltyMeasure } from '@zhaoguan/contracts';
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

interface FineRange {
  readonly minFineFen: number | null;
  readonly maxFineFen: number | null;
}

/** The range of a fine: `可以处 5,000.00元以上 50,000.00元以下罚款`. */
export function rangeInWords(range: FineRange): string {
  const fine = fineOf(range);
  return fine === null ? '不得罚款' : `可以${fine}`;
}

function fineOf({ minFineFen, maxFineFen }: FineRange): string | null {
  if (minFineFen === null || maxFineFen === null) return null;
  const most = `${yuan(maxFineFen)}以下罚款`;
  return minFineFen === 0 ? `处 ${most}` : `处 ${yuan(minFineFen)}以上 ${most}`;
}

/** What is done, where the name of the measure is a noun. */
const GIVEN: Readonly<Partial<Record<PenaltyMeasure, string>>> = {
  WARNING: '给予警告',
  CRITICISM: '给予通报批评',
};

/**
 * What a clause allows, as a sentence says it: `可以责令改正、给予警告，并处 30,000.00元以下罚款`.
 * @param multiple what the fine is a multiple of, where the law gives no amounts
 */
export function allowedInWords(
  measures: readonly PenaltyMeasure[],
  range: FineRange,
  multiple: { readonly of: string; readonly min: number; readonly max: number } | null = null,
): string {
  const others = measures
    .filter((code) => code !== 'FINE')
    .map((code) => GIVEN[code] ?? PENALTY_MEASURE_LABELS[code]);
  const byMultiple = multiple && `处${multiple.of} ${multiple.min} 倍以上 ${multiple.max} 倍以下罚款`;
  const fine = measures.includes('FINE') ? (byMultiple ?? fineOf(range) ?? '处罚款') : null;
  if (fine === null) return `可以${others.join('、')}`;
  return others.length === 0 ? `可以${fine}` : `可以${others.join('、')}，并${fine}`;
}
