import { valueAt } from '@zhaoguan/forms';
import { isSameAnswer } from './same-answer';
import type { Answers } from './unsaved-answers';

interface Kept {
  /** What stands on the server today. */
  readonly server: unknown;
  /** Typed here and not sent. */
  readonly pending: Answers;
  /** What stood on the server when it was typed. */
  readonly seen: Answers;
}

/**
 * Answers that were kept on this device and that somebody has meanwhile changed to something else elsewhere, with what stands
 * there: neither overwrites the other in silence.
 */
export function contestedBy({ server, pending, seen }: Kept): Answers {
  return new Map(
    [...pending.keys()]
      .filter((pointer) => seen.has(pointer))
      .map((pointer) => [pointer, valueAt(server, pointer)] as const)
      .filter(
        ([pointer, there]) =>
          !isSameAnswer(there, seen.get(pointer)) && !isSameAnswer(there, pending.get(pointer)),
      ),
  );
}

/** What stood at a place when something was first typed over it, for everything that is on its way. */
export function seenWith(seen: Answers, server: unknown, pending: Answers): Answers {
  return new Map(
    [...pending.keys()].map((pointer) => [
      pointer,
      seen.has(pointer) ? seen.get(pointer) : (valueAt(server, pointer) ?? null),
    ]),
  );
}
