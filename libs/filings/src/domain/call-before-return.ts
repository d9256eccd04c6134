import { refuse } from '@zhaoguan/contracts';
import type { Filing } from './filing';

/**
 * How many submissions are answered in writing alone (reference list `terms`). Who has handed in so often and still has to put
 * something right does not understand what is meant: an official rings them up before another return (电话联系), and writes down
 * what was said. No law asks for it; the number is the authority's.
 */
export const CALL_TERM = 'FILING_CALL_AFTER_ROUNDS';

/** Longest account of a call, in characters. */
export const CALL_LENGTH = 500;

/** Why the applicant is told by an official before a return: they have handed in so often, or nobody reads it online. */
export const CALL_REASONS = ['ROUNDS', 'UNREACHED'] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** Whether the applicant is to be rung up before this submission is returned; null where nothing asks for it. */
export function callReasonOf(
  { round }: Pick<Filing, 'round'>,
  { roundsBeforeCall, isReached }: { readonly roundsBeforeCall: number; readonly isReached: boolean },
): CallReason | null {
  if (!isReached) return 'UNREACHED';
  return round >= roundsBeforeCall ? 'ROUNDS' : null;
}

/** @throws CALL_REQUIRED, APPLICANT_UNREACHED where a call is due and nothing is said about one */
export function requireCall(
  filing: Pick<Filing, 'round'>,
  call: string | undefined,
  reason: CallReason | null,
): void {
  if (call !== undefined || reason === null) return;
  const code = reason === 'ROUNDS' ? 'CALL_REQUIRED' : 'APPLICANT_UNREACHED';
  throw refuse(code, { rounds: filing.round }, [
    { pointer: '/call', code, message: '请填写电话联系申请人的情况' },
  ]);
}

/** The note in which colleagues read of the call. */
export const callNote = (call: string): string => `退回补正前已电话联系申请人：${call}`;
