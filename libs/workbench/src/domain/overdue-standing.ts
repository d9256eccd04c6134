import {
  hasOwnOffice,
  nearestAbove,
  standsIn,
  type OfficePlaces,
  type RightHolder,
} from '@zhaoguan/contracts';
import { above, type Overdue } from './overdue';

/** With whom it lies: how far up, in which division, and who could urge it and is not on this platform. */
export type Standing = Pick<Overdue, 'level' | 'place' | 'lacking'>;

export interface Lateness {
  /** Where the person above stands (`firstPlaceOf`). */
  readonly first: string;
  /** Whether the term of the level above has passed as well. */
  readonly isSecondDue: boolean;
}

/**
 * From where it lies upwards, once that is due, the first division in which somebody may urge it; never one in which nobody of this
 * platform could. Where nobody is above, it stays with its own level, who may go on urging: the next sweep looks again.
 * @param able who may supervise it and has not to do with the case
 */
export function standingOf(
  now: Pick<Overdue, 'district' | 'township' | 'level' | 'place'>,
  { first, isSecondDue }: Lateness,
  able: readonly RightHolder[],
  places: OfficePlaces,
): Standing {
  const { district } = now;
  const isOwnThere = hasOwnOffice(now, able, places);
  const stands = (place: string): boolean => (place === district ? isOwnThere : standsIn(able, place));
  const from = (place: string): string | null =>
    stands(place) ? place : nearestAbove({ district: place }, able, places);

  const next = now.level === 'FIRST' && isSecondDue ? above(now.place, places.districts) : undefined;
  const further = next === undefined ? null : from(next);
  if (further !== null) return { level: 'SECOND', place: further, lacking: null };

  // Who stood above it may have left while somebody further down is there.
  const place = (now.place === district ? null : from(now.place)) ?? from(first) ?? district;
  if (place === district) {
    if (!isOwnThere) return { level: 'FIRST', place, lacking: 'ALL' };
    const isOwedAbove =
      above(district, places.districts) !== undefined && (isSecondDue || first !== district);
    return { level: 'FIRST', place, lacking: isOwedAbove ? 'ABOVE' : null };
  }
  // Past an office that has nobody it goes to the level above at once; what is the heads' own begins there.
  return {
    level: place !== now.place && first === district ? 'SECOND' : now.level,
    place,
    lacking: null,
  };
}

/** What is written down of it, where it is not raised further (`keep`). */
export function keptInWords({ place, lacking }: Standing, district: string): string {
  if (lacking === 'ALL') return '本级和上级部门在本平台都没有可以督办的人员，请以其他方式报告上级。';
  if (lacking === 'ABOVE')
    return '上级部门在本平台没有可以督办的人员，由本级负责人督办；需要上级知道的，请以其他方式报告。';
  return place === district
    ? '本级有可以督办的负责人，由其督办。'
    : '改由在本平台有可以督办的人员的上级部门督办。';
}
