import {
  refuse,
  type MeasureRow,
  type PenaltyBasisRow,
  type PenaltyMeasure,
  type PenaltyTier,
  type PublicityClass,
} from '@zhaoguan/contracts';
import { type DomainError, yuanInWords } from '@zhaoguan/kernel';

/** Measures and amount that somebody wants to impose. */
export interface ProposedPenalty {
  readonly measures: readonly PenaltyMeasure[];
  /** Fen; 0 without a fine. */
  readonly amountFen: number;
}

type Tier = PenaltyBasisRow['tiers'][number];
type RangeCode = 'PENALTY_OUT_OF_RANGE' | 'PENALTY_HEAVIER_THAN_NOTICE';

/**
 * The tier (法定档次) of the basis that allows the proposal: the named one, else the lightest.
 * @throws PENALTY_OUT_OF_RANGE with what the basis allows in words
 * @law 行政处罚法第四条、第三十八条（没有依据的处罚无效）
 */
export function tierOf(
  basis: PenaltyBasisRow,
  proposal: ProposedPenalty,
  measures: readonly MeasureRow[],
  severity?: PenaltyTier['severity'],
): Tier {
  const fault = faultOf(proposal, measures, () => rangeInWords(basis, measures));
  if (fault) throw refusal('PENALTY_OUT_OF_RANGE', ...fault);
  const tiers = basis.tiers.filter((tier) => severity === undefined || tier.severity === severity);
  const tier = tiers.find((candidate) => allows(candidate, proposal));
  if (tier) return tier;
  const field = tiers.some((candidate) => allowsMeasures(candidate, proposal)) ? 'amountFen' : 'measures';
  throw refusal('PENALTY_OUT_OF_RANGE', field, rangeInWords(basis, measures));
}

/** A refusal that says why, and at which field of the proposal. */
function refusal(code: RangeCode, field: keyof ProposedPenalty, reason: string): DomainError {
  return refuse(code, { reason }, [{ pointer: `/${field}`, code, message: reason }]);
}

/** What the basis allows, tier by tier, for people. */
function rangeInWords(basis: PenaltyBasisRow, measures: readonly MeasureRow[]): string {
  const tiers = basis.tiers.map((tier) => {
    const labels = labelsOf(tier.measures, measures).join('、');
    return `${tier.condition}，${labels}${fineInWords(tier)}`;
  });
  const multiple = basis.fineMultiple;
  const byMultiple = multiple
    ? `；罚款按${multiple.of}的 ${multiple.min} 至 ${multiple.max} 倍计算，不适用简短程序`
    : '';
  return `${basis.law}${basis.article}规定：${tiers.join('；')}${byMultiple}。`;
}

/** Chinese names of measures, in the order of the catalogue. */
export function labelsOf(codes: readonly PenaltyMeasure[], measures: readonly MeasureRow[]): string[] {
  return measures.filter((measure) => codes.includes(measure.code)).map((measure) => measure.label);
}

/**
 * What in the proposal obliges the authority to tell the party of its right to a hearing (听证), if anything does; then
 * the short form does not do.
 * @param thresholdFen local threshold of a large fine (较大数额罚款); reaching it is enough
 * @law 行政处罚法第六十三条
 */
export function opensHearing(
  proposal: ProposedPenalty,
  measures: readonly MeasureRow[],
  thresholdFen: number,
): keyof ProposedPenalty | undefined {
  const byMeasure = measures.some(
    (measure) => measure.opensHearing && proposal.measures.includes(measure.code),
  );
  if (byMeasure) return 'measures';
  return proposal.amountFen >= thresholdFen ? 'amountFen' : undefined;
}

/**
 * The decision stays within the notice.
 * @throws PENALTY_HEAVIER_THAN_NOTICE
 * @law 行政处罚法第四十五条第二款
 */
export function assertNotHeavier(
  notice: ProposedPenalty,
  decision: ProposedPenalty,
  measures: readonly MeasureRow[],
): void {
  const added = decision.measures.filter((measure) => !notice.measures.includes(measure));
  if (added.length > 0) {
    const reason = `告知中没有${labelsOf(added, measures).join('、')}`;
    throw refusal('PENALTY_HEAVIER_THAN_NOTICE', 'measures', reason);
  }
  if (decision.amountFen > notice.amountFen) {
    const reason = `告知的罚款为${yuanInWords(notice.amountFen)}`;
    throw refusal('PENALTY_HEAVIER_THAN_NOTICE', 'amountFen', reason);
  }
}

/**
 * Class of the breach by the penalty (失信信息分类): warning and public criticism are minor; what opens a hearing by its
 * nature is serious; the rest is general.
 * @law 信用修复管理办法（国家发展和改革委员会令第36号）
 */
export function publicityClassOf(penalty: ProposedPenalty, measures: readonly MeasureRow[]): PublicityClass {
  const imposed = measures.filter((measure) => measure.penalty && penalty.measures.includes(measure.code));
  if (imposed.some((measure) => measure.opensHearing)) return 'SERIOUS';
  return imposed.some((measure) => measure.code === 'FINE') ? 'GENERAL' : 'MINOR';
}

function faultOf(
  { measures: codes, amountFen }: ProposedPenalty,
  measures: readonly MeasureRow[],
  range: () => string,
): [field: keyof ProposedPenalty, reason: string] | undefined {
  if (!measures.some((measure) => measure.penalty && codes.includes(measure.code))) {
    return ['measures', '至少选择一种行政处罚；责令改正不是行政处罚。'];
  }
  if (codes.includes('FINE') && amountFen <= 0)
    return ['amountFen', `罚款须写明金额，金额大于零。${range()}`];
  if (!codes.includes('FINE') && amountFen !== 0) return ['amountFen', '没有选择罚款，不应填写金额。'];
  return undefined;
}

function allowsMeasures(tier: Tier, { measures }: ProposedPenalty): boolean {
  return measures.every((measure) => tier.measures.includes(measure));
}

function allows(tier: Tier, proposal: ProposedPenalty): boolean {
  if (!allowsMeasures(tier, proposal)) return false;
  const { measures, amountFen } = proposal;
  if (!measures.includes('FINE')) return true;
  const { minFineFen, maxFineFen } = tier;
  return minFineFen !== null && maxFineFen !== null && amountFen >= minFineFen && amountFen <= maxFineFen;
}

function fineInWords({ minFineFen, maxFineFen }: Tier): string {
  if (minFineFen === null || maxFineFen === null) return '';
  if (minFineFen === 0) return `（罚款不超过${yuanInWords(maxFineFen)}）`;
  return `（罚款${yuanInWords(minFineFen)}以上${yuanInWords(maxFineFen)}以下）`;
}
