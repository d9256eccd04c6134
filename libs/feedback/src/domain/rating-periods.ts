import { addDays, addMonths, startOfQuarter, type PlainDate } from '@zhaoguan/kernel';

export type CountedPeriod = 'month' | 'quarter';

/** The days of which ratings are counted, both included. */
export interface RatingDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const MONTHS = 12;

/**
 * Which days are counted for readers who are not to know who rated how: whole quarters that have ended, whatever days are asked
 * for. Two answers whose days differ by one would differ by the ratings of one day, which may be one person's.
 */
export function wholeQuarters(
  { from, to }: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
  today: PlainDate,
): RatingDays {
  const running = startOfQuarter(today);
  const asked = to === undefined ? running : addMonths(startOfQuarter(to), 3);
  const end = asked < running ? asked : running;
  const start = from === undefined ? addMonths(end, -MONTHS) : startOfQuarter(from);
  return { from: start < end ? start : addMonths(end, -3), to: addDays(end, -1) };
}

/** For who reads every rating anyway: the days that are asked for, and else the last twelve months. */
export function anyDays(
  { from, to }: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
  today: PlainDate,
): RatingDays {
  const end = to ?? today;
  return { from: from ?? addMonths(end, -MONTHS), to: end };
}
