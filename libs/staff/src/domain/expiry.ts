import type { ExpiryStage, ExpiryWhat } from '@zhaoguan/contracts';
import { addDays, type PlainDate } from '@zhaoguan/kernel';
import type { ExpiryStatus } from './expiry.process';
import type { MemberStanding } from './standing';

/** Terms (reference list `terms`): how many days before the last day it is told, from the first notice to the last. */
export const NOTICE_TERMS = ['EXPIRY_FIRST_NOTICE', 'EXPIRY_SECOND_NOTICE', 'EXPIRY_LAST_NOTICE'] as const;
export type NoticeDays = readonly [first: number, second: number, last: number];

/** Something that is held now, and until when. */
export interface Held {
  /** What it is, of this institution: one row is open for it at a time. */
  readonly key: string;
  readonly what: ExpiryWhat;
  readonly memberId: string | null;
  readonly endsOn: PlainDate;
}

/** A day on which something ends, as it is watched. */
export interface Watched extends Held {
  readonly id: string;
  readonly institutionId: string;
  readonly district: string;
  readonly status: ExpiryStatus;
  readonly stage: ExpiryStage;
  readonly version: number;
}

/**
 * What is asked of a person and ends, as something that the institution holds. Not a check that bars: it is nothing that is valid for a while and
 * to be renewed.
 */
export function heldBy(memberId: string, { requirements }: MemberStanding): Held[] {
  return requirements.flatMap(({ requirement: { code, credential }, standing, validUntil }) =>
    validUntil === null || standing === 'BARRED' || credential === 'EXPERIENCE'
      ? []
      : [
          {
            key: `STAFF:${memberId}:${code}`,
            what: `STAFF_${credential}` as const,
            memberId,
            endsOn: validUntil,
          },
        ],
  );
}

export interface Reconciled<W extends Held> {
  /** A later day was filed or entered. */
  readonly renewed: readonly { readonly row: W; readonly next: PlainDate }[];
  /** It is held no more, or ends earlier than it was thought. */
  readonly dropped: readonly W[];
  readonly opened: readonly Held[];
}

/** What has to happen to the open rows so that they say what is held; nothing, where they do. */
export function reconcile<W extends Held>(open: readonly W[], held: readonly Held[]): Reconciled<W> {
  const now = new Map(held.map((each) => [each.key, each]));
  const before = new Map(open.map((each) => [each.key, each]));
  const renewed: { row: W; next: PlainDate }[] = [];
  const dropped: W[] = [];
  for (const row of open) {
    const next = now.get(row.key)?.endsOn;
    if (next === row.endsOn) continue;
    if (next !== undefined && next > row.endsOn) renewed.push({ row, next });
    else dropped.push(row);
  }
  const opened = [...now.values()].filter(({ key, endsOn }) => before.get(key)?.endsOn !== endsOn);
  return { renewed, dropped, opened };
}

/** How near the last day is: how many of its notices are due. */
export function stageOn(endsOn: PlainDate, days: NoticeDays, on: PlainDate): ExpiryStage {
  const due = days.filter((before) => addDays(endsOn, -before) <= on).length;
  return due as ExpiryStage;
}

export const isPast = (endsOn: PlainDate, on: PlainDate): boolean => on > endsOn;

/** The next day on which there is something to say or to do about it; null once it has ended. */
export function nextLook(endsOn: PlainDate, days: NoticeDays, on: PlainDate): PlainDate | null {
  const looks = [...days.map((before) => addDays(endsOn, -before)), addDays(endsOn, 1)];
  return looks.filter((day) => day > on).sort()[0] ?? null;
}
