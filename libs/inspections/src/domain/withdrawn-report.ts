/** An act of a task's history, as far as it tells whose report was taken back. */
interface ReportAct {
  readonly action: string;
  readonly actorId: string;
}

/** Who reported that nobody is there, and was contradicted by another of the team who took the report back (撤回). */
export function overruledBy(acts: readonly ReportAct[]): string[] {
  const overruled = new Set<string>();
  let reporter: string | null = null;
  for (const { action, actorId } of acts) {
    if (action === 'submit') reporter = actorId;
    if (action === 'withdrawReport' && reporter !== null && reporter !== actorId) overruled.add(reporter);
  }
  return [...overruled];
}
