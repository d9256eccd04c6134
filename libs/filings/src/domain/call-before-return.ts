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

/** Whether the applicant is to be rung up before this submission is returned. */
export function needsCall({ round }: Pick<Filing, 'round'>, roundsBeforeCall: number): boolean {
  return round >= roundsBeforeCall;
}

/** @throws CALL_REQUIRED where a call is due and nothing is said about one */
export function requireCall(
  filing: Pick<Filing, 'round'>,
  call: string | undefined,
  roundsBeforeCall: number,
): void {
  if (call !== undefined || !needsCall(filing, roundsBeforeCall)) return;
  throw refuse('CALL_REQUIRED', { rounds: filing.round }, [
    { pointer: '/call', code: 'CALL_REQUIRED', message: '请填写电话联系申请人的情况' },
  ]);
}

/** The note in which colleagues read of the call. */
export const callNote = (call: string): string => `退回补正前已电话联系申请人：${call}`;
