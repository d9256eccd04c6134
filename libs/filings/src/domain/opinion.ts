import {
  DEPARTMENT_CODES,
  departmentLabel,
  LEAD_DEPARTMENT,
  refuse,
  type DepartmentRow,
  type Kind,
} from '@zhaoguan/contracts';
import { saysSomething, type PlainDate } from '@zhaoguan/kernel';
import type { OpinionStatus } from './opinion.process';

/** The term in which a department answers, in working days from the day after it was asked (list `terms`). */
export const OPINION_TERM = 'FILING_OPINION';

export const OPINION_ANSWER_LABELS = {
  AGREE: '同意',
  DISAGREE: '不同意',
  NO_OPINION: '无意见',
} as const;
export type OpinionAnswer = keyof typeof OPINION_ANSWER_LABELS;
export const OPINION_ANSWERS = Object.keys(OPINION_ANSWER_LABELS) as OpinionAnswer[];

export interface Opinion {
  readonly id: string;
  readonly filingId: string;
  /** The submission that the department is shown. */
  readonly round: number;
  readonly kind: Kind;
  readonly district: string;
  readonly township: string | null;
  readonly department: string;
  readonly question: string;
  /** Codes of the materials that it is shown. */
  readonly materials: readonly string[];
  readonly status: OpinionStatus;
  readonly dueOn: PlainDate;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly answer: OpinionAnswer | null;
  readonly reasons: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** A department that can be asked, as it is called there. */
export interface Consultable {
  readonly code: string;
  readonly name: string;
}

/** All agencies of the place but the one that takes the filing; by their common names where the reference data name none. */
export function consultables(
  kind: Kind,
  place: string,
  departments: readonly DepartmentRow[],
): Consultable[] {
  const here = departments.filter(({ jurisdiction }) => jurisdiction === place);
  const named = new Map(here.map(({ code, name }) => [code, name]));
  return DEPARTMENT_CODES.filter((code) => code !== LEAD_DEPARTMENT[kind])
    .filter((code) => here.length === 0 || named.has(code))
    .map((code) => ({ code, name: named.get(code) ?? departmentLabel(code) }));
}

/**
 * What counts of each department: its last answer, or what it is asked now. What was taken back or waited for no longer says nothing.
 * @param opinions of one filing, in the order in which they were asked
 */
export function lastOfEach<O extends Pick<Opinion, 'department' | 'status'>>(opinions: readonly O[]): O[] {
  const last = new Map<string, O>();
  for (const opinion of opinions)
    if (opinion.status === 'ASKED' || opinion.status === 'ANSWERED') last.set(opinion.department, opinion);
  return [...last.values()];
}

/** Whoever does not agree says why, or nobody can do anything about it. @throws REASON_REQUIRED */
export function requireReasons(answer: OpinionAnswer, reasons: string | null): void {
  if (answer !== 'DISAGREE' || saysSomething(reasons ?? '')) return;
  throw refuse('REASON_REQUIRED', {}, [
    { pointer: '/reasons', code: 'REQUIRED', message: '不同意的，请写明理由和依据' },
  ]);
}
