import { sumsOf, type CreditEvent, type GradeRules, type Standing } from './grade';

/** Why the score is not simply the start and the points of the events (合计上限、取整). */
export interface Adjustment {
  readonly text: string;
  /** Added to the sum; negative when it takes off. */
  readonly points: number;
}

/** What caps, rounding and bounds change, so that anybody can add the score up. Those that change nothing are left out. */
export function adjustments(
  events: readonly CreditEvent[],
  { counting, score }: Pick<Standing, 'counting' | 'score'>,
  { start, floor, ceiling, bonusCap, findingCapPerInspection: findingCap }: GradeRules['engine'],
): Adjustment[] {
  const { deductions, capped, bonus } = sumsOf(events, counting);
  const givenBack = capped.reduce((sum, group) => sum + Math.max(0, group - findingCap), 0);
  const cutOff = Math.max(0, bonus - bonusCap);
  const taken = deductions + capped.reduce((sum, group) => sum + group, 0) - givenBack;
  const rest = score - (start - taken + bonus - cutOff);
  return [
    { text: `同一次检查的扣分合计以 ${findingCap} 分为限`, points: givenBack },
    { text: `加分合计以 ${bonusCap} 分为限`, points: -cutOff },
    { text: `得分取整数，不低于 ${floor} 分、不高于 ${ceiling} 分`, points: rest },
  ].filter(({ points }) => points !== 0);
}
