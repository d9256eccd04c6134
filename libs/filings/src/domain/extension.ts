import type { Caller } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { extensionProcess, type ExtensionAction, type ExtensionStatus } from './extension.process';
import { rightsOver, type Filing } from './filing';
import { asksForLicence } from './filing-types';

/** By how many working days the term of a decision is extended (list `terms`). @law 行政许可法第四十二条第一款 */
export const EXTENSION_TERM = 'LICENCE_EXTENSION';

/** By how many days, from which last day to which. */
export interface LongerTerm {
  readonly days: number;
  readonly dueBefore: PlainDate;
  readonly dueAfter: PlainDate;
}

/** That the term of a case be extended, and what became of it. */
export interface Extension extends LongerTerm {
  readonly id: string;
  readonly filingId: string;
  readonly reason: string;
  readonly status: ExtensionStatus;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** Why it was not approved. */
  readonly answer: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

/** Why more time cannot be asked for. */
type Hindrance =
  'NOT_EXTENDABLE' | 'CASE_NOT_OPEN' | 'EXTENSION_TOO_LATE' | 'EXTENDED_ALREADY' | 'EXTENSION_ASKED_ALREADY';

/**
 * Only a term that runs, and only once a case: the law knows one extension, and a return begins no second application.
 * @param before what was asked for before
 * @law 行政许可法第四十二条第一款
 */
export function hindranceToExtend(
  filing: Pick<Filing, 'regime' | 'type' | 'status' | 'dueOn'>,
  before: readonly Pick<Extension, 'status'>[],
  today: PlainDate,
): Hindrance | null {
  if (!asksForLicence(filing)) return 'NOT_EXTENDABLE';
  if (filing.status !== 'SUBMITTED' || filing.dueOn === null) return 'CASE_NOT_OPEN';
  if (today > filing.dueOn) return 'EXTENSION_TOO_LATE';
  if (before.some(({ status }) => status === 'APPROVED')) return 'EXTENDED_ALREADY';
  return before.some(({ status }) => status === 'ASKED') ? 'EXTENSION_ASKED_ALREADY' : null;
}

/** What this person may do with it now. */
export function extensionActions(
  filing: Filing,
  extension: Extension,
  caller: Caller,
  today: PlainDate,
): ExtensionAction[] {
  const rights = rightsOver(filing, caller);
  return extensionProcess.availableActions(extension.status, rights, extension, {
    actorId: caller.id,
    today,
  });
}
