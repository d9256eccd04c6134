import { refuse, type Caller } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

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

/** 回避: this inspector is not sent to this institution. */
export interface Recusal {
  readonly id: string;
  readonly inspectorId: string;
  readonly institutionId: string;
  readonly reason: string;
  readonly declaredBy: string;
  readonly declaredAt: Date;
  readonly revokedAt: Date | null;
}

/** Conflicts are for the inspector and who keeps a directory that reaches the inspector. @throws NOT_FOUND */
export function requireOwnOrKeeper(caller: Caller, { personId }: Inspector): void {
  if (personId !== caller.id && !caller.permissions.has('inspector.manage')) throw refuse('NOT_FOUND');
}
