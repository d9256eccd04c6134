import { renewalStateOn, type Regime, type RenewalState } from '@zhaoguan/contracts';
import { addDays, type PlainDate } from '@zhaoguan/kernel';
import type { LongerTerm } from './extension';
import type { Filing, Renewal } from './filing';
import { asksForLicence } from './filing-types';

/** How many days before its last day it is asked at the latest that a licence goes on (list `terms`). @law 行政许可法第五十条第一款 */
export const RENEWAL_TERM = 'LICENCE_RENEWAL';

/** What the applicant holds at the site. */
interface HeldLicence {
  readonly id: string;
  readonly regime: Regime;
  readonly validUntil: PlainDate | null;
}

/**
 * Which licence is asked to go on, and whether in time. It counts from the day on which that is first handed in: what is put right later
 * was asked for then, and what is only begun has not been asked for.
 * @param on the day on which it is handed in
 * @law 行政许可法第五十条第一款
 */
export function renewalAsked(
  filing: Pick<Filing, 'regime' | 'type' | 'round' | 'renewal'>,
  held: HeldLicence | null,
  { on, days }: { readonly on: PlainDate; readonly days: number },
): Renewal | null {
  if (!asksForLicence(filing) || held?.regime !== 'LICENCE' || held.validUntil === null) return null;
  const { id: institutionId, validUntil: until } = held;
  const before = filing.round > 0 ? filing.renewal : null;
  if (before?.institutionId === institutionId && before.until === until) return before;
  return { institutionId, until, inTime: addDays(on, days) <= until };
}

type Asked = Pick<Filing, 'status' | 'renewal' | 'admitBy' | 'admittedOn'>;

/**
 * Where the renewal stands on a day; null for what was not asked for in time, and for what is decided or lies with the applicant.
 * @law 行政许可法第五十条第二款
 */
export function renewalState(filing: Asked, today: PlainDate): RenewalState | null {
  const { renewal, status } = filing;
  if (renewal === null || !renewal.inTime || status !== 'SUBMITTED') return null;
  return renewalStateOn({ until: renewal.until, takenIn: isTakenInBy(filing, renewal.until) }, today);
}

export function isTakenInBy(
  { admitBy, admittedOn }: Pick<Filing, 'admitBy' | 'admittedOn'>,
  day: PlainDate,
): boolean {
  return (admitBy !== null && admitBy < day) || (admittedOn !== null && admittedOn <= day);
}

/** A renewal is decided before the licence ends, whatever the term is. @law 行政许可法第五十条第二款 */
export function decidedBefore(renewal: Renewal | null, dueOn: PlainDate, today: PlainDate): PlainDate {
  if (renewal === null || !renewal.inTime || renewal.until < today) return dueOn;
  return renewal.until < dueOn ? renewal.until : dueOn;
}

/** More time would end after the licence, when nothing is left to be decided. */
export const isBeyondLicence = (
  { renewal }: Pick<Filing, 'renewal'>,
  { dueAfter }: Pick<LongerTerm, 'dueAfter'>,
): boolean => renewal !== null && renewal.inTime && renewal.until < dueAfter;

/** The day from which a licence that is granted counts: what counted as renewed was decided on the last day of the one before. */
export function countsFrom(filing: Asked, decidedOn: PlainDate): PlainDate {
  const { renewal } = filing;
  return renewal !== null && renewalState(filing, decidedOn) === 'PRESUMED' ? renewal.until : decidedOn;
}
