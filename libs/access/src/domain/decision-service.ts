import { refuse, type Kind, type RemovalService } from '@zhaoguan/contracts';
import { saysSomething, type PlainDate } from '@zhaoguan/kernel';
import type { NoticeService } from './notice-service';

/** What the periods of a decision are counted by, and by whom it is read. */
export interface DecisionToServe {
  readonly id: string;
  readonly kind: Kind;
  readonly district: string;
  readonly decidedOn: PlainDate;
  /** Whether something is to be paid by it. */
  readonly isFine: boolean;
  /** Account of whom it is for; null where nobody has one. */
  readonly partyId: string | null;
}

/** The last days that follow from the receipt of a decision; the terms are those of the day that it bears, as its paper says them. */
export interface DaysOfDecision {
  readonly reconsiderationUntil: PlainDate;
  readonly litigationUntil: PlainDate;
  /** Null without a fine. */
  readonly paymentDueOn: PlainDate | null;
}

/** A record of how and when a decision reached its party (送达回证). The last of a decision holds; none is ever changed. */
export interface DecisionService extends NoticeService, DaysOfDecision {
  /** 1 for the first; what puts it right has the next. */
  readonly number: number;
  /** From which the periods run: the day of service, or the one on which an announcement is over. */
  readonly receivedOn: PlainDate;
  /** Why the one before was wrong; null for the first. */
  readonly reason: string | null;
  /** Null where the system has served it with the decision. */
  readonly enteredBy: string | null;
  readonly enteredAt: Date;
}

/** What an official enters. */
export interface DecisionServiceToEnter {
  readonly service: RemovalService;
  readonly serviceNote: string | null;
  /** Today where it is left out. */
  readonly servedOn: PlainDate | null;
  /** Number of the record that it puts right; null for the first. */
  readonly corrects: number | null;
  readonly reason: string | null;
}

/**
 * A decision is served once; a wrong record is put right by another one that says why, and by who has read the one that holds.
 * @param latest number of the record that holds
 * @throws DECISION_SERVED, DECISION_SERVICE_CHANGED, SERVICE_REASON_REQUIRED
 */
export function assertCorrects(
  latest: number | undefined,
  { corrects, reason }: Pick<DecisionServiceToEnter, 'corrects' | 'reason'>,
): void {
  if (corrects === null && latest !== undefined) throw refuse('DECISION_SERVED');
  if (corrects !== null && corrects !== latest)
    throw refuse('DECISION_SERVICE_CHANGED', {}, [
      { pointer: '/corrects', code: 'DECISION_SERVICE_CHANGED', message: '不是最后一次登记的送达' },
    ]);
  if (corrects !== null && !saysSomething(reason ?? ''))
    throw refuse('SERVICE_REASON_REQUIRED', {}, [
      { pointer: '/reason', code: 'REQUIRED', message: '请填写更正的理由' },
    ]);
}
