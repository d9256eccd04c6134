import { departmentLabel, refuse } from '@zhaoguan/contracts';
import { saysSomething, toApplicant } from '@zhaoguan/kernel';
import type { Opinion } from './opinion';

/** How long the reason may be (不采纳的理由). */
export const UNHEEDED_LENGTH = 1000;

/**
 * The departments that do not agree (不同意), by code. Of one that was asked again the last answer counts; an answer stays what it is
 * when the filing was returned and handed in anew.
 * @param opinions of one filing, in the order in which they were asked
 */
export function disagreeing(opinions: readonly Pick<Opinion, 'department' | 'answer'>[]): string[] {
  const last = new Map<string, Opinion['answer']>();
  for (const { department, answer } of opinions) if (answer !== null) last.set(department, answer);
  return [...last].filter(([, answer]) => answer === 'DISAGREE').map(([department]) => department);
}

/**
 * The law gives no department a veto over a filing. But who accepts against what one has answered says why, for whoever looks at the
 * case later: the applicant, the department, and who answers for the decision.
 * @returns the reason as the history keeps it, with the departments that it is about; undefined where all agree
 * @throws DISAGREEMENT_UNEXPLAINED
 */
export function whyUnheeded(departments: readonly string[], reason: string | undefined): string | undefined {
  if (departments.length === 0) return undefined;
  const names = departments.map(departmentLabel).join('、');
  const words = toApplicant(reason ?? '');
  if (!saysSomething(words)) {
    throw refuse('DISAGREEMENT_UNEXPLAINED', { departments: names }, [
      { pointer: '/reason', code: 'REQUIRED', message: `${names}不同意，请写明不采纳的理由` },
    ]);
  }
  return `${names}不同意，不采纳的理由：${words}`;
}
