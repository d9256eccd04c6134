import {
  ableAt,
  hasOwnOffice,
  nearestAbove,
  type OfficePlaces,
  type RightHolder,
  type Site,
} from '@zhaoguan/contracts';

/**
 * Where it is arranged that somebody decides a case that nobody of its authority may: that authority, where somebody heads it who has not
 * made the case, else the nearest division above with such a head, else the authority, though nobody reads of it there.
 * @law 公务员法第七十六条（回避）
 */
export function arrangedAt(
  place: Site,
  heads: readonly RightHolder[],
  makers: readonly string[],
  places: OfficePlaces,
): Site {
  const able = ableAt(place, heads, makers, places);
  if (hasOwnOffice(place, able, places)) return place;
  const above = nearestAbove(place, able, places);
  return above === null ? place : { district: above, township: null };
}
