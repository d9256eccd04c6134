import type { Caller, Permission } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { isApplicant, isOfOffice, rightsOver, type Filing } from './filing';
import { isNotice } from './filing-types';
import { retractionProcess, type RetractionAction, type RetractionStatus } from './retraction.process';

/** That what was accepted and is not in force yet be taken back (撤回), and what was answered. */
export interface Retraction {
  readonly id: string;
  readonly filingId: string;
  /** Which of its filing, from 1. */
  readonly seq: number;
  readonly reason: string;
  readonly status: RetractionStatus;
  /** Last day for the answer. */
  readonly dueOn: PlainDate;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Why it was declined. */
  readonly answer: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** Each request is told to the whole office: who asks more often does not mean it. */
export const MOST_REQUESTS = 10;

/** Why it cannot be asked for. */
type Hindrance =
  | 'NOT_RETRACTABLE'
  | 'RETRACTED_ALREADY'
  | 'RETRACTION_TOO_LATE'
  | 'RETRACTION_ASKED_ALREADY'
  | 'RETRACTION_TOO_OFTEN';

/**
 * Only of a notice that was accepted and whose step is not in force, and once at a time.
 * @param isPending whether its step waits for its day, or for the answer
 */
export function hindranceToRetract(
  { type, status }: Pick<Filing, 'type' | 'status'>,
  before: readonly Pick<Retraction, 'status'>[],
  isPending: boolean,
): Hindrance | null {
  if (!isNotice(type) || status !== 'ACCEPTED') return 'NOT_RETRACTABLE';
  if (before.some((each) => each.status === 'GRANTED')) return 'RETRACTED_ALREADY';
  if (before.some((each) => each.status === 'ASKED')) return 'RETRACTION_ASKED_ALREADY';
  if (!isPending) return 'RETRACTION_TOO_LATE';
  return before.length < MOST_REQUESTS ? null : 'RETRACTION_TOO_OFTEN';
}

/**
 * Who asks: the applicant, or for them whoever takes in applications at the window of the office.
 * @returns as who; null for anybody else
 */
export function asksAs(filing: Filing, caller: Caller): 'APPLICANT' | 'WINDOW' | null {
  if (isApplicant(filing, caller) && caller.permissions.has('filing.file')) return 'APPLICANT';
  return caller.permissions.has('filing.assist') && isOfOffice(filing, caller) ? 'WINDOW' : null;
}

/** By when the office answers: in the term of the notice itself, and not after the day from which it would hold. */
export const answerBy = (term: PlainDate, effectiveOn: PlainDate): PlainDate =>
  term < effectiveOn ? term : effectiveOn;

/** What an act on a request is judged by. */
export const subjectOf = (
  { type, application: { notice } }: Filing,
  { askedBy }: Pick<Retraction, 'askedBy'>,
): { readonly askedBy: string; readonly runsUntil: PlainDate | null } => ({
  askedBy,
  runsUntil: type === 'SUSPENSION' ? (notice?.endsOn ?? null) : null,
});

/** What this person may do with it now. */
export function retractionActions(
  filing: Filing,
  retraction: Retraction,
  { caller, today }: { readonly caller: Caller; readonly today: PlainDate },
): RetractionAction[] {
  const rights = new Set<Permission>(rightsOver(filing, caller));
  if (mayTakeBack(filing, retraction, caller)) rights.add('filing.file');
  else rights.delete('filing.file');
  return retractionProcess.availableActions(retraction.status, rights, subjectOf(filing, retraction), {
    actorId: caller.id,
    today,
  });
}

/** What was asked for at the window is also the applicant's to end. */
export const mayTakeBack = (
  filing: Filing,
  { askedBy }: Pick<Retraction, 'askedBy'>,
  caller: Caller,
): boolean =>
  asksAs(filing, caller) === 'APPLICANT' || (askedBy === caller.id && asksAs(filing, caller) !== null);
