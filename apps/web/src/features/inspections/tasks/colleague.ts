import type { Task } from './queries';

/** Another of the team who answered an item last, and how. */
export interface Colleague {
  readonly name: string;
  readonly outcome: string;
  /** Instant in ISO 8601. */
  readonly at: string;
}

/** Whose answer stands there, when it is not the own one: nobody takes it for theirs, and changes it unawares. */
export function colleagueOn(
  { findings }: Pick<Task, 'findings'>,
  itemId: string,
  ownName: string,
): Colleague | undefined {
  const found = findings.find((finding) => finding.itemId === itemId);
  if (!found || found.recordedByName === null || found.recordedByName === ownName) return undefined;
  return { name: found.recordedByName, outcome: found.outcomeLabel, at: found.recordedAt };
}
