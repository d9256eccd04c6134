import { refuse, type Caller, type MeasureRow } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { ReferenceData } from '@zhaoguan/platform';
import type { PenaltyCase } from '../domain/penalty-case';
import {
  penaltyCaseProcess,
  type HearingOfParty,
  type PenaltyCaseAction,
} from '../domain/penalty-case.process';

/** What the guards of the process look at. */
export function hearingOf(subject: PenaltyCase): HearingOfParty {
  return { heard: subject.isHeard, statementUntil: subject.notice?.statementUntil ?? null };
}

/** The transition of an act. @throws INVALID_TRANSITION, or what a guard refuses with */
export function act(subject: PenaltyCase, action: PenaltyCaseAction, on: PlainDate) {
  return penaltyCaseProcess.apply(subject.status, action, hearingOf(subject), { on });
}

/** A case belongs to one department; for the others of the district it does not exist. @throws NOT_FOUND */
export function assertDepartment(caller: Caller, subject: PenaltyCase): void {
  if (!caller.departments.includes(subject.department)) throw refuse('NOT_FOUND');
}

/** The catalogue of measures (处罚种类). */
export async function penaltyMeasures(reference: ReferenceData): Promise<readonly MeasureRow[]> {
  const { measures } = await reference.header<{ readonly measures: readonly MeasureRow[] }>('penalty-bases');
  return measures;
}
