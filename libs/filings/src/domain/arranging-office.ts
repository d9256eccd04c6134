import {
  isOwnOffice,
  isResponsible,
  type DistrictRow,
  type JurisdictionRow,
  type Site,
} from '@zhaoguan/contracts';

interface Head {
  readonly id: string;
  readonly districts: readonly string[];
}

interface Places {
  readonly jurisdictions: readonly JurisdictionRow[];
  readonly districts: ReadonlyMap<string, Pick<DistrictRow, 'parent'>>;
}

/**
 * Where it is arranged that somebody decides a case that nobody of its authority may: that authority, where somebody heads it who has not
 * made the case, else the nearest division above with such a head, else the authority, though nobody reads of it there.
 * @law 公务员法第七十六条（回避）
 */
export function arrangedAt(
  place: Site,
  heads: readonly Head[],
  makers: readonly string[],
  { jurisdictions, districts }: Places,
): Site {
  const able = heads.filter(
    (head) => !makers.includes(head.id) && isResponsible(head.districts, jurisdictions, place),
  );
  if (able.some((head) => isOwnOffice(head.districts, jurisdictions, place))) return place;
  let above = districts.get(place.district)?.parent ?? null;
  while (above !== null && !standsIn(able, above)) above = districts.get(above)?.parent ?? null;
  return above === null ? place : { district: above, township: null };
}

const standsIn = (heads: readonly Head[], place: string): boolean =>
  heads.some(({ districts }) => districts.includes(place));
