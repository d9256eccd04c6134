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

/** The others of the team by name. */
export function colleaguesOf({ team }: Pick<Task, 'team'>, ownName: string): string[] {
  return team.map(({ name }) => name).filter((name) => name !== ownName);
}

/** One inspector submits for all: the others have not confirmed it, and hear of it. */
export function othersInWords(others: readonly string[]): string[] {
  if (others.length === 0) return [];
  const names = others.join('、');
  return [
    `本次提交没有经过同组检查人员${names}在系统中确认；提交以后，系统会通知${names}，请先当面核对一致。`,
  ];
}
