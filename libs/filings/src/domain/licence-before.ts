import { chineseDate, addDays, type PlainDate } from '@zhaoguan/kernel';
import type { Filing } from './filing';
import { isTakenInBy } from './renewal';

/** The licence that there is already: that is asked to go on, or of which something is to be changed. */
export interface LicenceBefore {
  /** Null for one that this system did not give. */
  readonly number: string | null;
  readonly until: PlainDate | null;
}

/** 编号…、有效期至…的许可证 */
export function namedLicence({ number, until }: LicenceBefore): string {
  const named = [
    ...(number === null ? [] : [`编号${number}`]),
    ...(until === null ? [] : [`有效期至${chineseDate(until)}`]),
  ].join('、');
  return named === '' ? '原许可证' : `${named}的许可证`;
}

/**
 * From when the term counts that a renewal adds: from the day after the licence ends, or would have, where it was decided before or counted
 * as granted; null where the licence had ended by then, and the term is one of its own.
 * @law 行政许可法第五十条第二款
 */
export function renewedFrom(
  filing: Pick<Filing, 'renewal' | 'filedOn' | 'admitBy' | 'admittedOn'>,
): PlainDate | null {
  const { renewal, filedOn } = filing;
  if (renewal === null || filedOn === null) return null;
  const { until, inTime } = renewal;
  const goesOn = filedOn <= until || (inTime && isTakenInBy(filing, until));
  return goesOn ? addDays(until, 1) : null;
}

/**
 * 有效期延续至…: the term that is added alone, for from the decision to its end it would read as longer than the law gives; and not from its
 * own first day either, for the licence before is replaced at once.
 */
export function goingOnInWords(from: PlainDate, validUntil: PlainDate): string {
  return `延续至${chineseDate(validUntil)}（原有效期至${chineseDate(addDays(from, -1))}，延续的期限自${chineseDate(from)}起算）`;
}
