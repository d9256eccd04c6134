import type { Verification } from './queries';

/** A report of the applicant that what did not match has been put right (报告已改正). */
export interface Report {
  readonly seq: number;
  readonly at: string;
  readonly statement: string;
}

/** The last first, as the visits that found what they answer. */
export function reportsOf({ steps }: Pick<Verification, 'steps'>): Report[] {
  return steps
    .flatMap(({ seq, action, at, reason }) =>
      action === 'correct' && reason !== null ? [{ seq, at, statement: reason }] : [],
    )
    .toReversed();
}
