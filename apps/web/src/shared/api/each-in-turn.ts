import { Unreachable } from './failure';

/** What came of the act on one of several things; null: it is done. */
export interface AnswerFor<T> {
  readonly to: T;
  readonly refusal: Error | null;
}

/**
 * Does the same to several things one after another, each by an act of its own: wherever a run ends, it is done to a thing or it is
 * not. A refusal of one is no reason for the next; when no answer comes, the rest is left alone.
 */
export async function eachInTurn<T>(
  things: readonly T[],
  act: (thing: T) => Promise<unknown>,
  onAnswer: (answer: AnswerFor<T>) => void,
): Promise<void> {
  for (const thing of things) {
    const refusal = await act(thing).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    onAnswer({ to: thing, refusal });
    if (refusal instanceof Unreachable) return;
  }
}
