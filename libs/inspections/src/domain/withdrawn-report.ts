/** An act of a task's history, as far as it tells whose report was taken back. */
interface ReportAct {
  readonly action: string;
  readonly actorId: string;
}

/**
 * Who reported that nobody is there, and was contradicted by another of the team who took the report back (撤回).
 *
 * @param present person ids of those of the team who can go: the word of nobody else binds the team, and where each of them
 *   has contradicted the other, none is bound, else nobody could report anything any more
 */
export function overruledBy(acts: readonly ReportAct[], present: readonly string[]): string[] {
  const overruled = new Set<string>();
  let reporter: string | null = null;
  for (const { action, actorId } of acts) {
    if (action === 'submit') reporter = actorId;
    const isContradiction = action === 'withdrawReport' && reporter !== null && reporter !== actorId;
    if (isContradiction && reporter !== null && present.includes(actorId)) overruled.add(reporter);
  }
  return present.every((id) => overruled.has(id)) ? [] : [...overruled];
}
