import type { NotificationType, SubjectType } from '@zhaoguan/contracts';

export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

/** What is told, before it is known to whom. The text names institutions and plans, never a person. */
export interface Notice {
  readonly type: NotificationType;
  /** What it leads to; null where the person told has no page of it. */
  readonly subject: Subject | null;
  readonly title: string;
}

/** What a person was told (站内通知). */
export interface Notification extends Notice {
  /** Counts up for each person, in the order in which notifications became visible. */
  readonly id: number;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Notifications are kept for a year; what they are about stands in the records. */
export const NOTIFICATION_DAYS = 365;
