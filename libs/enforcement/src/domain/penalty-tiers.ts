import type { MeasureRow, PenaltyBasisRow, PenaltyTier } from '@zhaoguan/contracts';

/** A tier of a clause (法定档次) with its measures as the catalogue describes them. */
export interface TierView extends Omit<PenaltyTier, 'measures'> {
  readonly measures: readonly MeasureRow[];
}

/** What a clause allows, tier by tier; the measures in the order of the catalogue. */
export function tiersOf({ tiers }: PenaltyBasisRow, catalogue: readonly MeasureRow[]): TierView[] {
  return tiers.map((tier) => ({
    ...tier,
    measures: catalogue.filter(({ code }) => tier.measures.includes(code)),
  }));
}
