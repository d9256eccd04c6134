import { daysBetween, type HolidayCalendar, type PlainDate, workingDaysBetween } from '@zhaoguan/kernel';
import { servedNotice, type PenaltyCase } from './penalty-case';

/** How near the last day of a case is: two warnings, then overdue. */
export type CaseAlarm = 'NONE' | 'FIRST' | 'SECOND' | 'OVERDUE';

export interface CaseClock {
  readonly decideBy: PlainDate;
  /** Calendar days left; 0 on the last day, negative afterwards. */
  readonly daysLeft: number;
  readonly alarm: CaseAlarm;
}

export interface AlarmDays {
  /** Days after opening of the first and the second warning (预警). */
  readonly first: number;
  readonly second: number;
}

/**
 * The clock of an open case, counted from its opening (立案).
 * @law 行政处罚法第六十条（自立案之日起九十日）
 */
export function caseClock(
  openedOn: PlainDate,
  decideBy: PlainDate,
  on: PlainDate,
  days: AlarmDays,
): CaseClock {
  const daysLeft = daysBetween(on, decideBy);
  const elapsed = daysBetween(openedOn, on);
  return { decideBy, daysLeft, alarm: daysLeft < 0 ? 'OVERDUE' : alarmAfter(elapsed, days) };
}

/** The term that runs now (当前期限). */
export interface CaseTerm {
  /** STATEMENT: the party's, during which nobody penalises; DECISION: the authority's. */
  readonly term: 'STATEMENT' | 'DECISION';
  readonly dueOn: PlainDate;
  /** Days until then; 0 on the last day, negative afterwards. */
  readonly left: number;
  readonly unit: 'WORKING_DAY' | 'DAY';
}

/**
 * What an undecided case waits for next: the end of the period for a statement while the party itself has not answered, else the
 * decision.
 * @law 行政处罚法第四十四条、第四十五条、第六十条
 */
export function nextTerm(
  { isHeard, notice, decideBy }: Pick<PenaltyCase, 'isHeard' | 'notice' | 'decideBy'>,
  on: PlainDate,
  calendar: HolidayCalendar,
): CaseTerm {
  const dueOn = servedNotice(notice)?.statementUntil;
  if (!isHeard && dueOn !== undefined && on <= dueOn) {
    return { term: 'STATEMENT', dueOn, left: workingDaysBetween(on, dueOn, calendar), unit: 'WORKING_DAY' };
  }
  return { term: 'DECISION', dueOn: decideBy, left: daysBetween(on, decideBy), unit: 'DAY' };
}

function alarmAfter(elapsed: number, { first, second }: AlarmDays): CaseAlarm {
  if (elapsed >= second) return 'SECOND';
  return elapsed >= first ? 'FIRST' : 'NONE';
}
