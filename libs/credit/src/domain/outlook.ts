import type { Grade } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { standing, type CreditEvent, type GradeRules } from './grade';

/** Score and grade from a day on, if nothing else happens. */
export interface OutlookStep {
  readonly on: PlainDate;
  readonly score: number;
  readonly grade: Grade;
}

/** What time alone will change, step by step; days on which neither score nor grade moves are left out. */
export function outlook(
  events: readonly CreditEvent[],
  rules: GradeRules,
  on: PlainDate,
  most: number,
): OutlookStep[] {
  const steps: OutlookStep[] = [];
  let now = standing(events, rules, on);
  while (now.nextChangeOn !== null && steps.length < most) {
    const day = now.nextChangeOn;
    const then = standing(events, rules, day);
    if (then.score !== now.score || then.grade !== now.grade) {
      steps.push({ on: day, score: then.score, grade: then.grade });
    }
    now = then;
  }
  return steps;
}
