import type { JurisdictionRow } from './reference/agencies';
import type { DistrictRow } from './reference/districts';
import { isOwnOffice, isResponsible, type Site } from './responsibility';

/** Somebody with a right, and the divisions in which they hold it. */
export interface RightHolder {
  readonly id: string;
  readonly districts: readonly string[];
}

export interface OfficePlaces {
  readonly jurisdictions: readonly JurisdictionRow[];
  /** By code. */
  readonly districts: ReadonlyMap<string, Pick<DistrictRow, 'parent'>>;
}

/** Who holds the right over the site and is not kept from it (回避). */
export const ableAt = (
  site: Site,
  holders: readonly RightHolder[],
  keptOff: readonly string[],
  { jurisdictions }: Pick<OfficePlaces, 'jurisdictions'>,
): RightHolder[] =>
  holders.filter(
    ({ id, districts }) => !keptOff.includes(id) && isResponsible(districts, jurisdictions, site),
  );

/** Whether one of them is of the very office of the site, not of one above. */
export const hasOwnOffice = (
  site: Site,
  able: readonly RightHolder[],
  { jurisdictions }: Pick<OfficePlaces, 'jurisdictions'>,
): boolean => able.some(({ districts }) => isOwnOffice(districts, jurisdictions, site));

/** The nearest division above the site in which one of them stands; null where none does. */
export function nearestAbove(
  { district }: Pick<Site, 'district'>,
  able: readonly RightHolder[],
  { districts }: Pick<OfficePlaces, 'districts'>,
): string | null {
  let place = districts.get(district)?.parent ?? null;
  while (place !== null && !standsIn(able, place)) place = districts.get(place)?.parent ?? null;
  return place;
}

export const standsIn = (able: readonly RightHolder[], place: string): boolean =>
  able.some(({ districts }) => districts.includes(place));
