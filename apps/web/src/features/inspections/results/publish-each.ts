import { eachInTurn } from '../../../shared/api/each-in-turn';
import type { Result } from './queries';

/** What came of the publication of one of several results; null: it is public. */
export interface Answer {
  readonly result: Result;
  readonly refusal: Error | null;
}

/** Publishes results one after another, each by an act of its own. */
export function publishEach(
  results: readonly Result[],
  publish: (result: Result) => Promise<unknown>,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  return eachInTurn(results, publish, ({ to, refusal }) => onAnswer({ result: to, refusal }));
}
