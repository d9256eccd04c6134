import { refuse, type Caller } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { requireDepartment } from './jurisdiction';

/** An entry of the 执法检查人员名录库. */
export interface Inspector {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** 执法证号, the id in every draw. */
  readonly certificateNumber: string;
  readonly department: string;
  /** District codes of any level, or exactly `['*']`. */
  readonly districts: readonly string[];
  readonly validUntil: PlainDate;
  readonly active: boolean;
  readonly version: number;
}

/** 回避: this person is not sent to this institution, under whatever entry of the directory. */
export interface Recusal {
  readonly id: string;
  readonly inspectorId: string;
  readonly personId: string;
  readonly institutionId: string;
  readonly reason: string;
  readonly declaredBy: string;
  readonly declaredAt: Date;
  readonly revokedAt: Date | null;
}

/** A recusal as it is told to one reader. */
export type ToldRecusal = Omit<Recusal, 'reason'> & {
  /** Null for whoever neither is the inspector nor keeps the entry: why is private. */
  readonly reason: string | null;
};

type Entry = Pick<Inspector, 'personId' | 'department'>;

/**
 * Recusals are for the inspector, and for who keeps the directory of the inspector's department.
 * @throws NOT_FOUND, WRONG_DEPARTMENT
 */
export function requireOwnOrKeeper(caller: Caller, { personId, department }: Entry): void {
  if (personId === caller.id) return;
  if (!caller.permissions.has('inspector.manage')) throw refuse('NOT_FOUND');
  requireDepartment(caller, department);
}

/**
 * Nobody keeps the own entry: it decides where one is sent, and where not. Each department keeps its own, also for a
 * joint inspection (部门联合抽查).
 * @throws OWN_ENTRY, WRONG_DEPARTMENT
 */
export function requireKeeper(caller: Caller, { personId, department }: Entry): void {
  if (personId === caller.id) throw refuse('OWN_ENTRY');
  requireDepartment(caller, department);
}
