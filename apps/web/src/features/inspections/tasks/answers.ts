import type { Outcome } from '@zhaoguan/contracts';

/** What an inspector has put down for one item; without an outcome it is not finished. */
export interface Answer {
  readonly outcome: Outcome | null;
  readonly note: string;
  readonly evidenceIds: readonly string[];
}

/** Answers by item. */
export type Answers = Readonly<Record<string, Answer>>;

/** An answer that the server has not acknowledged. */
export interface Change {
  readonly mine: Answer;
  /** What the server held when it was begun. */
  readonly base: Answer | null;
  /** What was sent of it so far without an answer coming back: the server may hold one of these by now. */
  readonly tried: readonly Answer[];
}

export type Changes = Readonly<Record<string, Change>>;

/** A colleague answered the same item otherwise in the meantime; a person has to choose. */
export interface Conflict {
  readonly itemId: string;
  readonly mine: Answer;
  readonly theirs: Answer;
}

export interface Sorted {
  /** Can be sent. */
  readonly ready: readonly {
    readonly itemId: string;
    readonly mine: Answer & { readonly outcome: Outcome };
  }[];
  /** Have a note or a photo but no outcome yet. */
  readonly unfinished: readonly string[];
  readonly conflicts: readonly Conflict[];
}

const NO_ANSWER: Answer = { outcome: null, note: '', evidenceIds: [] };

interface Recorded {
  readonly itemId: string;
  readonly outcome: Outcome;
  readonly note?: string | null;
  readonly evidenceIds?: readonly string[];
}

/** What the server holds. */
export function answersOf(findings: readonly Recorded[]): Answers {
  return Object.fromEntries(
    findings.map(({ itemId, outcome, note, evidenceIds }) => [
      itemId,
      { outcome, note: note ?? '', evidenceIds: evidenceIds ?? [] },
    ]),
  );
}

/** The answer as this phone shows it: the own one, else the server's. */
export function shown(changes: Changes, server: Answers, itemId: string): Answer {
  return changes[itemId]?.mine ?? server[itemId] ?? NO_ANSWER;
}

/** After somebody typed or tapped. Back at what the server holds, nothing is left to send. */
export function changed(changes: Changes, server: Answers, itemId: string, mine: Answer): Changes {
  const begun = changes[itemId] ?? { base: server[itemId] ?? null, tried: [] };
  return settled({ ...changes, [itemId]: { ...begun, mine } }, server);
}

/** When something is sent: whether it arrives is not known until an answer comes. */
export function attempted(changes: Changes, sent: Answers): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([itemId, change]): [string, Change] => {
      const leaving = sent[itemId];
      const known = !leaving || change.tried.some((before) => same(before, leaving));
      return [itemId, known ? change : { ...change, tried: [...change.tried, leaving] }];
    }),
  );
}

/** Without the changes that the server holds by now, whoever sent them. */
export function settled(changes: Changes, server: Answers): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([itemId, { mine }]) => !same(mine, server[itemId] ?? NO_ANSWER)),
  );
}

/**
 * After the server took what was sent. What was typed on the way stays a change, made on top of what was sent.
 * @param server what the server holds now
 */
export function acknowledged(changes: Changes, sent: Answers, server: Answers): Changes {
  const rebased = Object.entries(changes).map(([itemId, change]): [string, Change] => {
    const arrived = sent[itemId];
    return [itemId, arrived ? { mine: change.mine, base: arrived, tried: [] } : change];
  });
  return settled(Object.fromEntries(rebased), server);
}

export function sorted(changes: Changes, server: Answers): Sorted {
  const ready: { itemId: string; mine: Answer & { outcome: Outcome } }[] = [];
  const unfinished: string[] = [];
  const conflicts: Conflict[] = [];
  for (const [itemId, { mine, base, tried }] of Object.entries(changes)) {
    const theirs = server[itemId];
    const { outcome } = mine;
    const expected = [base ?? NO_ANSWER, ...tried];
    if (theirs && !expected.some((known) => same(known, theirs))) conflicts.push({ itemId, mine, theirs });
    else if (outcome === null) unfinished.push(itemId);
    else ready.push({ itemId, mine: { ...mine, outcome } });
  }
  return { ready, unfinished, conflicts };
}

/** After a person has chosen between the two answers of a conflict. Photos of either stay with the item. */
export function resolved(
  changes: Changes,
  { itemId, mine, theirs }: Conflict,
  choice: 'mine' | 'theirs',
): Changes {
  const { [itemId]: _, ...others } = changes;
  const evidenceIds = [...new Set([...theirs.evidenceIds, ...mine.evidenceIds])];
  const chosen = { ...(choice === 'mine' ? mine : theirs), evidenceIds };
  return same(chosen, theirs) ? others : { ...others, [itemId]: { mine: chosen, base: theirs, tried: [] } };
}

function same(a: Answer, b: Answer): boolean {
  return (
    a.outcome === b.outcome &&
    a.note.trim() === b.note.trim() &&
    [...a.evidenceIds].sort().join() === [...b.evidenceIds].sort().join()
  );
}
