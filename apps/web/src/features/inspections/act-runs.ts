import type { Schemas } from '@zhaoguan/api-client';

export type InspectionAct = Schemas['InspectionActDto'];

interface Run {
  /** The last of them. */
  readonly act: InspectionAct;
  readonly times: number;
}

/**
 * Acts in their order, those of one kind by one person without a reason that follow each other as one: ten lines of
 * 记录检查情况 say nothing more than the last, and are read out one by one to who cannot see.
 */
export function runsOf(acts: readonly InspectionAct[]): Run[] {
  const runs: Run[] = [];
  for (const act of acts) {
    const last = runs.at(-1);
    if (last && isSame(last.act, act)) runs[runs.length - 1] = { act, times: last.times + 1 };
    else runs.push({ act, times: 1 });
  }
  return runs;
}

function isSame(a: InspectionAct, b: InspectionAct): boolean {
  return a.action === b.action && a.actorName === b.actorName && a.reason === null && b.reason === null;
}
