import { isResponsible, type JurisdictionRow, type Site } from '@zhaoguan/contracts';
import { jurisdictionPrefixes } from '@zhaoguan/kernel';

interface Holder {
  readonly id: string;
  readonly districts: readonly string[];
}

/**
 * Of all who may do something in these places, those nearest to it: the county's, where it has any, else the city's, and so
 * on. Everybody above sees it in the list of work; a whole province need not be told of every filing.
 */
export function nearest<H extends Holder>(holders: readonly H[], places: readonly string[]): H[] {
  const ranked = holders.map((holder) => ({ holder, rank: nearness(holder.districts, places) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ holder }) => holder);
}

/** Those whose authority decides about the site (属地：西咸新区 holds townships of several counties). */
export function responsible<H extends Holder>(
  holders: readonly H[],
  jurisdictions: readonly JurisdictionRow[],
  site: Site,
): H[] {
  return holders.filter(({ districts }) => isResponsible(districts, jurisdictions, site));
}

/** Digits that jurisdiction and place share, where they share fewest; 0 for the whole country. */
function nearness(districts: readonly string[], places: readonly string[]): number {
  if (districts.includes('*')) return 0;
  const prefixes = jurisdictionPrefixes(districts);
  const shared = (place: string): number =>
    Math.max(0, ...prefixes.filter((prefix) => place.startsWith(prefix)).map(({ length }) => length));
  return Math.min(...places.map(shared));
}
