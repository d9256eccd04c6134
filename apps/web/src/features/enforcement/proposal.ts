import { PENALTY_MEASURE_LABELS, type PenaltyMeasure } from '@zhaoguan/contracts';
import { yuan, yuanInFull } from '../../shared/ui/money';
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
  if (measures.length === 0 || (fines && !Number.isInteger(amountFen))) return null;
  return {
    measures,
    amountFen: fines ? (amountFen ?? 0) : 0,
    ...(severity === undefined ? {} : { severity }),
  };
}

/** The measures by name, the fine with its amount: `警告、罚款 5,000 元（伍仟元整）`. */
export function penaltyInWords(
  { measures, amountFen }: Proposal,
  labelOf: (code: PenaltyMeasure) => string | undefined,
): string {
  return measures
    .map((code) => (code === 'FINE' ? `罚款 ${yuanInFull(amountFen)}` : (labelOf(code) ?? code)))
    .join('、');
}

interface FineRange {
  readonly minFineFen: number | null;
  readonly maxFineFen: number | null;
}

/** The range of a fine: `可以处 5,000 元以上 50,000 元以下罚款`. */
export function rangeInWords(range: FineRange): string {
  const fine = fineOf(range);
  return fine === null ? '不得罚款' : `可以${fine}`;
}

/** The least and the most that a fine may be, in fen. */
export interface FineLimits {
  readonly least: number;
  readonly most: number;
}

/** Within the clause alone, as for a notice. */
export function limitsOf({ minFineFen, maxFineFen }: FineRange): FineLimits | null {
  return minFineFen === null || maxFineFen === null ? null : { least: minFineFen, most: maxFineFen };
}

const FEN_PER_YUAN = 100;

/** An amount in fen. What is finer than a fen stays so, for the form to refuse: nobody is fined what they did not read. */
export function fenOf(typedYuan: number): number {
  const fen = Math.round(typedYuan * FEN_PER_YUAN);
  return fen / FEN_PER_YUAN === typedYuan ? fen : typedYuan * FEN_PER_YUAN;
}

/** As it was typed. */
export function yuanOf(fen: number): number {
  return fen / FEN_PER_YUAN;
}

/** What is wrong with the amount of a fine, with what it may be; a fine of nothing is none. */
export function faultOfFine(fen: number, limits: FineLimits | null): string | null {
  if (!Number.isInteger(fen)) return '罚款金额至多写到分，小数不超过两位';
  if (limits === null) return fen > 0 ? null : '罚款金额应大于零';
  const { least, most } = limits;
  if (least === most && fen !== most) return `罚款金额应为 ${yuan(most)}`;
  if (fen > 0 && fen >= least && fen <= most) return null;
  return least === 0
    ? `罚款金额应大于零，不超过 ${yuan(most)}`
    : `罚款金额应在 ${yuan(least)}以上、${yuan(most)}以下`;
}

function fineOf({ minFineFen, maxFineFen }: FineRange): string | null {
  if (minFineFen === null || maxFineFen === null) return null;
  if (minFineFen === maxFineFen) return `处 ${yuan(maxFineFen)}罚款`;
  const most = `${yuan(maxFineFen)}以下罚款`;
  return minFineFen === 0 ? `处 ${most}` : `处 ${yuan(minFineFen)}以上 ${most}`;
}

/** What is done, where the name of the measure is a noun. */
const GIVEN: Readonly<Partial<Record<PenaltyMeasure, string>>> = {
  WARNING: '给予警告',
  CRITICISM: '给予通报批评',
};

/**
 * What a clause allows, as a sentence says it: `责令改正、给予警告，并处 30,000 元以下罚款`.
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
  if (fine === null) return others.join('、');
  return others.length === 0 ? fine : `${others.join('、')}，并${fine}`;
}
