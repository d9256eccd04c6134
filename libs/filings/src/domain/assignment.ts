import { refuse, type Caller, type Permission } from '@zhaoguan/contracts';
import { hasAdvised, isMadeBy, type Filing, type Makers } from './filing';
import type { FilingStatus } from './filing.process';

/** How a case comes to the official who conducts it (承办人), or leaves them. */
export const ASSIGNMENT_LABELS = {
  TAKEN: '领取承办',
  TAKEN_OVER: '接办',
  ASSIGNED: '分派',
  HANDED_OVER: '移交',
  RELEASED: '退回待分派',
  /** Who decides what nobody conducts conducts it from then on. */
  DECIDED: '办理时承办',
  /** By the system, of an account that may decide it no more. */
  LEFT: '承办人不再办理，退回待分派',
} as const;
export type AssignmentAct = keyof typeof ASSIGNMENT_LABELS;
export const ASSIGNMENT_ACTS = Object.keys(ASSIGNMENT_LABELS) as AssignmentAct[];

/** One step of a case from one official to another. */
export interface Assignment {
  readonly act: AssignmentAct;
  /** Who conducts it from then on; null: nobody. */
  readonly personId: string | null;
  readonly note: string | null;
}

/** States in which somebody has something to do with it: assigning what is decided would say nothing. */
const OPEN: readonly FilingStatus[] = ['SUBMITTED', 'RETURNED'];

export const isOpenCase = ({ status }: Pick<Filing, 'status'>): boolean => OPEN.includes(status);

/** Who conducts a case decides it; the head of the office assigns it and decides none. */
export const TO_DECIDE: Permission = 'filing.accept';

/** What somebody can do with who conducts the case. */
export const ASSIGNMENT_ACTIONS = ['take', 'assign', 'release'] as const;
export type AssignmentAction = (typeof ASSIGNMENT_ACTIONS)[number];

/** Who filed or entered the case chooses as little who decides it as they decide it; who gave an opinion on it takes it not. */
export function assignmentActions(
  filing: Pick<Filing, 'status' | 'advisedBy'> & Makers,
  holder: string | null,
  caller: Pick<Caller, 'id' | 'permissions'>,
): AssignmentAction[] {
  if (!isOpenCase(filing) || isMadeBy(filing, caller.id)) return [];
  return ASSIGNMENT_ACTIONS.filter((action) => {
    if (action === 'take')
      return holder !== caller.id && caller.permissions.has(TO_DECIDE) && !hasAdvised(filing, caller.id);
    return action === 'assign' || holder !== null;
  });
}

/** @throws CASE_NOT_OPEN of what is not handed in, or decided */
export function requireOpenCase(filing: Pick<Filing, 'status'>): void {
  if (!isOpenCase(filing)) throw refuse('CASE_NOT_OPEN');
}

/** Taking a case that lies in the queue, or over from a colleague; null where it is theirs already. */
export function take(holder: string | null, callerId: string, note: string | null): Assignment | null {
  if (holder === callerId) return null;
  return { act: holder === null ? 'TAKEN' : 'TAKEN_OVER', personId: callerId, note };
}

/**
 * Giving a case to a colleague. Whoever hands one over that is being conducted says how far it is.
 * @throws REASON_REQUIRED, ASSIGNEE_UNCHANGED
 */
export function assign(holder: string | null, to: string, note: string | null): Assignment {
  if (holder === to) throw refuse('ASSIGNEE_UNCHANGED');
  if (holder === null) return { act: 'ASSIGNED', personId: to, note };
  if (note === null) throw refuse('REASON_REQUIRED', {}, [NOTE_MISSING]);
  return { act: 'HANDED_OVER', personId: to, note };
}

/** Back into the queue (退回待分派). @throws REASON_REQUIRED, CASE_UNASSIGNED */
export function release(holder: string | null, note: string | null): Assignment {
  if (holder === null) throw refuse('CASE_UNASSIGNED');
  if (note === null) throw refuse('REASON_REQUIRED', {}, [NOTE_MISSING]);
  return { act: 'RELEASED', personId: null, note };
}

const NOTE_MISSING = { pointer: '/note', code: 'REQUIRED', message: '请写明办到哪一步、还有什么要做' };
