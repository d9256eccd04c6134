import { Unreachable } from '../../../shared/api/failure';
import type { Result } from './queries';

/** What came of the publication of one of several results; null: it is public. */
export interface Answer {
  readonly result: Result;
  readonly refusal: Error | null;
}

/**
 * Publishes results one after another, each by an act of its own: wherever a run ends, every result is public or is not.
 * A refusal of one is no reason for the next; when no answer comes, the rest is left alone.
 */
export async function publishEach(
  results: readonly Result[],
  publish: (result: Result) => Promise<unknown>,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  for (const result of results) {
    const refusal = await publish(result).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    onAnswer({ result, refusal });
    if (refusal instanceof Unreachable) return;
  }
}
