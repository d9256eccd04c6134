import type { Schemas } from '@zhaoguan/api-client';
import { dayInWords } from './dates';

type GradePreview = Pick<Schemas['GradePreviewDto'], 'before' | 'after' | 'points' | 'expiresOn'>;

/** What a decision would do to the credit grade, said before it is made. */
export function gradeEffectInWords({ before, after, points, expiresOn }: GradePreview): string {
  const grade =
    before.grade === after.grade
      ? `等级仍为 ${after.grade}`
      : `等级由 ${before.grade} 变为 ${after.grade}（${after.gradeLabel}）`;
  return `信用记录扣 ${points} 分：得分由 ${before.score} 分变为 ${after.score} 分，${grade}；${dayInWords(expiresOn)}起不再计分。`;
}
