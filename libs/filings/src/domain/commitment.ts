import { refuse, type LegalCitation, type Permission } from '@zhaoguan/contracts';
import { daysBetween, type PlainDate } from '@zhaoguan/kernel';
import type { RequiredMaterial } from './materials';
import {
  COMMITMENT_STATUS_LABELS,
  commitmentProcess,
  type CommitmentAction,
  type CommitmentStatus,
} from './commitment.process';

/** How long the authority has to look at what was handed in for a commitment. */
export const COMMITMENT_CHECK_TERM = 'COMMITMENT_CHECK';

/** A commitment (告知承诺) in place of one material of a filing. */
export interface Commitment {
  readonly id: string;
  readonly filingId: string;
  /** Code and name of the material. */
  readonly code: string;
  readonly name: string;
  /** What was promised, as it was shown. */
  readonly text: string;
  /** Within how many days of the acceptance the material is handed in. */
  readonly days: number;
  readonly basis: LegalCitation;
  readonly status: CommitmentStatus;
  readonly givenAt: Date;
  /** Last day for handing it in; null before the acceptance. */
  readonly dueOn: PlainDate | null;
  /** Last day for looking at what was handed in (核实); null while nothing waits to be looked at. */
  readonly checkBy: PlainDate | null;
  /** The file that was handed in for it. */
  readonly materialId: string | null;
  /** Why what was handed in is to be handed in anew, or why it was found breached; not once something else has come in its place. */
  readonly reason: string | null;
  /** Whether something that was handed in for it was once returned. */
  readonly returned: boolean;
}

/** What an applicant may promise in place of a material, as the reference data say it for the place and the day. */
export interface CommitmentOffer {
  readonly text: string;
  readonly days: number;
  /** The last day, were the filing accepted today. */
  readonly dueIfToday: PlainDate;
  /** Within how many working days the authority looks at what is handed in. */
  readonly checkDays: number;
  readonly basis: LegalCitation;
}

/** Whether it stands for its material: nobody has taken it back. */
function stands({ status }: Pick<Commitment, 'status'>): boolean {
  return status !== 'WITHDRAWN';
}

/** What must still be handed in or promised. */
export function committedCodes(commitments: readonly Commitment[]): string[] {
  return commitments.filter(stands).map(({ code }) => code);
}

/**
 * The applicant confirms what was shown to them: another text is another promise.
 * @throws UNKNOWN_MATERIAL, COMMITMENT_UNAVAILABLE, VALIDATION_FAILED when the text is not the one of today
 */
export function requireOffer(
  material: RequiredMaterial | undefined,
  offer: CommitmentOffer | undefined,
  confirmed: string,
): CommitmentOffer {
  if (!material) throw refuse('UNKNOWN_MATERIAL');
  if (!offer) throw refuse('COMMITMENT_UNAVAILABLE');
  if (confirmed === offer.text) return offer;
  const message = '承诺书的文字已经更新，请重新阅读后确认';
  throw refuse('VALIDATION_FAILED', {}, [{ pointer: '/text', code: 'NOT_CURRENT', message }]);
}

/** What this person may do with it; it is bound by the acceptance alone. */
export function commitmentActions(
  commitment: Commitment,
  rights: ReadonlySet<Permission>,
  today: PlainDate,
): CommitmentAction[] {
  return commitmentProcess
    .availableActions(commitment.status, rights, commitment, { today })
    .filter((action) => action !== 'bind');
}

const ONCE_RETURNED: Partial<Readonly<Record<CommitmentStatus, string>>> = {
  OPEN: '已退回，待重新补交',
  HANDED_IN: '已重新补交，待核实',
};

/** How it stands, in words: what waits after a return is not what came first. */
export function commitmentLabel({ status, returned }: Pick<Commitment, 'status' | 'returned'>): string {
  return (returned ? ONCE_RETURNED[status] : undefined) ?? COMMITMENT_STATUS_LABELS[status];
}

/** An act after the acceptance, which both sides read in the history of the case. */
export interface HistoricAct {
  readonly action: CommitmentAction;
}

/** What became of a file that was handed in: the last one stands or waits, one before it was returned or replaced. */
export type FileOutcome = 'CURRENT' | 'RETURNED' | 'REPLACED';

export function outcomeOf(acts: readonly HistoricAct[], place: number): FileOutcome {
  const after = acts.slice(place + 1).find(({ action }) => action === 'handIn' || action === 'return');
  if (after === undefined) return 'CURRENT';
  return after.action === 'return' ? 'RETURNED' : 'REPLACED';
}

/** 补交材料, and 再次补交材料 from the second on. */
export function actInWords(acts: readonly HistoricAct[], place: number): string {
  const action = acts[place]?.action;
  if (action === undefined) throw new Error(`no act at ${place}`);
  const again = action === 'handIn' && acts.slice(0, place).some((before) => before.action === 'handIn');
  return `${again ? '再次' : ''}${commitmentProcess.actions[action].label}`;
}

/** One that has lapsed, and as what it did. */
export interface LapsedCommitment extends Commitment {
  readonly lapsedFrom: CommitmentStatus;
  readonly lapsedOn: PlainDate;
}

/**
 * How many days were left for handing in when it lapsed: the time in which nobody could hand anything in is not theirs who promised.
 * Null where the last day had passed before: nothing of it was taken.
 */
export function daysLeftAtLapse({
  dueOn,
  lapsedOn,
}: Pick<LapsedCommitment, 'dueOn' | 'lapsedOn'>): number | null {
  if (dueOn === null || dueOn < lapsedOn) return null;
  return daysBetween(lapsedOn, dueOn);
}
