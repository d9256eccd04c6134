import type { NotificationType, SubjectType, WorkItemType } from '@zhaoguan/contracts';

export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

/** What a notification asks for: the work item (待办) of a matter. When it waits no more, the notification is done with. */
export interface Awaited {
  readonly type: WorkItemType;
  readonly matterId: string;
}

/** What is told, before it is known to whom. The text names institutions and plans, never a person. */
export interface Notice {
  readonly type: NotificationType;
  /** What it leads to; null where the person told has no page of it. */
  readonly subject: Subject | null;
  readonly title: string;
  /** Said where type and subject do not say it already. */
  readonly awaits?: Awaited;
}

/** What those ask for whose matter is their subject; the others are told for information. */
const AWAITED: Readonly<Partial<Record<NotificationType, WorkItemType>>> = {
  FILING_SUBMITTED: 'FILING_TO_DECIDE',
  FILING_RETURNED: 'FILING_TO_CORRECT',
  EXTENSION_ASKED: 'EXTENSION_TO_DECIDE',
  REMOVAL_NOTICED: 'REMOVAL_TO_ANSWER',
  REMOVAL_STATED: 'REMOVAL_TO_PROPOSE',
  REMOVAL_PROPOSED: 'REMOVAL_TO_DECIDE',
  REMOVAL_SENT_BACK: 'REMOVAL_TO_NOTICE',
  COMMITMENT_HANDED_IN: 'COMMITMENT_TO_CHECK',
  COMMITMENT_RETURNED: 'COMMITMENT_TO_FULFIL',
  DRAW_ANNOUNCED: 'BEACON_TO_ENTER',
  DRAW_DRAWN: 'DRAW_TO_OPEN',
  DRAW_INFEASIBLE: 'DRAW_TO_VOID',
  INSPECTION_SUBMITTED: 'RESULT_TO_PUBLISH',
  FINDINGS_TO_TAKE_UP: 'FINDING_TO_TAKE_UP',
  PENALTY_NOTICED: 'STATEMENT_TO_MAKE',
  STATEMENT_MADE: 'CASE_TO_DECIDE',
  STATEMENT_ENDED: 'CASE_TO_DECIDE',
  FOLLOW_UP_OPENED: 'RATING_TO_FOLLOW_UP',
};

export function awaitedBy({ type, subject, awaits }: Notice): Awaited | undefined {
  const asked = AWAITED[type];
  return awaits ?? (asked && subject ? { type: asked, matterId: subject.id } : undefined);
}

/** What a person was told (站内通知). */
export interface Notification extends Omit<Notice, 'awaits'> {
  /** Counts up for each person, in the order in which notifications became visible. */
  readonly id: number;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** Since when what it asks for waits no more, whoever did it; null when it was read before. */
  readonly doneAt: Date | null;
}

/** Notifications are kept for a year; what they are about stands in the records. */
export const NOTIFICATION_DAYS = 365;
