import type { Grade } from '@zhaoguan/contracts';
import { demandsInWords } from '../words';
import type { StratumDraft } from './plan-draft';
import type { PlanPreview } from './queries';

/** What of a plan says how many people it takes. */
export interface Staffed {
  readonly demands: readonly { readonly department: string; readonly inspectors: number | null }[];
  readonly maxLoad: number | null;
}

/** `B 级 10%，至少 1 家`; a least number of none says nothing and is left out. */
export function stratumInWords(grade: Grade, { percent, minimum }: StratumDraft): string {
  const least = minimum === 0 ? '' : `，至少 ${minimum ?? '－'} 家`;
  return `${grade} 级 ${percent ?? '－'}%${least}`;
}

/** How many can be sent, and whether they are enough by number; where they are not, the shortages say so themselves. */
export function staffInWords(
  { inspectors, drawn, shortages }: Pick<PlanPreview, 'inspectors' | 'drawn' | 'shortages'>,
  { demands, maxLoad }: Staffed,
): string {
  const there = `可派的检查人员 ${inspectors} 人`;
  if (shortages.length > 0 || drawn === 0 || maxLoad === null) return there;
  const team = demandsInWords(
    demands.map(({ department, inspectors: each }) => ({ department, inspectors: each ?? 0 })),
  );
  return `${there}，人数够用：抽取 ${drawn} 家，每家派${team}，每人最多 ${maxLoad} 家`;
}
