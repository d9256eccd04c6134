/** After this many wrong passwords in a row the account rests. */
const MAX_FAILURES = 5;
const LOCK_MINUTES = 15;

export interface Attempts {
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
}

export function lockedFor(attempts: Attempts, at: Date): number | undefined {
  if (attempts.lockedUntil === null || attempts.lockedUntil <= at) return undefined;
  return Math.ceil((attempts.lockedUntil.getTime() - at.getTime()) / 60_000);
}

/** One more wrong password; the fifth locks and the count begins anew. */
export function afterFailure(attempts: Attempts, at: Date): Attempts {
  const failedCount = attempts.failedCount + 1;
  if (failedCount < MAX_FAILURES) return { failedCount, lockedUntil: null };
  return { failedCount: 0, lockedUntil: new Date(at.getTime() + LOCK_MINUTES * 60_000) };
}

export const NO_FAILURES: Attempts = { failedCount: 0, lockedUntil: null };
