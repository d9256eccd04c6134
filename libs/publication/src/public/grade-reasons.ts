import { openingPoints, type CreditRuleFile } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

export const GRADE_DIRECTIONS = ['DEDUCT', 'BONUS'] as const;

/** Something that counts for or against the grade, in the words that may be published. */
export interface GradeReason {
  readonly text: string;
  readonly direction: (typeof GRADE_DIRECTIONS)[number];
  readonly on: PlainDate;
}

interface Graded {
  readonly grade: Parameters<typeof openingPoints>[0];
  /** Null unless a directory carried the grade. */
  readonly gradeSince: PlainDate | null;
}

/** Why an institution has its grade about which nothing has been recorded yet: the directory that brought it in carried it. */
export function openingReasons(
  { grade, gradeSince }: Graded,
  rules: Pick<CreditRuleFile, 'engine' | 'grades' | 'opening'>,
): readonly GradeReason[] {
  const points = openingPoints(grade, rules);
  if (gradeSince === null || points === 0) return [];
  const direction = points > 0 ? 'BONUS' : 'DEDUCT';
  return [{ text: `${rules.opening.name} ${grade}`, direction, on: gradeSince }];
}
