import { daysBetween, type PlainDate } from '@zhaoguan/kernel';

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

function alarmAfter(elapsed: number, { first, second }: AlarmDays): CaseAlarm {
  if (elapsed >= second) return 'SECOND';
  return elapsed >= first ? 'FIRST' : 'NONE';
}
