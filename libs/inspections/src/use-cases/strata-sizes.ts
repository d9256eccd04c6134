import { sampleSize } from '@zhaoguan/draw';
import type { PlanStratum } from '../domain/plan';
import type { TargetCount } from '../domain/staffing';

export type StratumPreview = PlanStratum & { readonly targets: number; readonly drawn: number };

/** How many targets each stratum has and how many of them the draw takes. */
export function sizesOf(strata: readonly PlanStratum[], counts: readonly TargetCount[]): StratumPreview[] {
  return strata.map((stratum) => {
    const targets = counts
      .filter((count) => count.stratum === stratum.key)
      .reduce((sum, { count }) => sum + count, 0);
    return { ...stratum, targets, drawn: sampleSize(stratum, targets) };
  });
}
