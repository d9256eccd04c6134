import {
  isOwnOffice,
  isResponsible,
  type DistrictRow,
  type JurisdictionRow,
  type Site,
} from '@zhaoguan/contracts';

interface Holder {
  readonly id: string;
  readonly districts: readonly string[];
}

interface Places {
  readonly jurisdictions: readonly JurisdictionRow[];
  readonly districts: ReadonlyMap<string, Pick<DistrictRow, 'parent'>>;
}

/**
 * Where a bad rating is handled that nobody of the office rated may handle: the nearest division above in which somebody holds the right
 * and has had no hand in the filing. Null where the office itself has somebody, or nobody above has.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 */
export function handledAbove(
  site: Site & { readonly raisedTo: string | null },
  holders: readonly Holder[],
  hands: readonly string[],
  { jurisdictions, districts }: Places,
): string | null {
  const able = holders.filter(
    (holder) => !hands.includes(holder.id) && isResponsible(holder.districts, jurisdictions, site),
  );
  // Who has begun goes on with it; only where nobody is left there it is for another.
  if (site.raisedTo !== null && standsIn(able, site.raisedTo)) return site.raisedTo;
  if (able.some((holder) => isOwnOffice(holder.districts, jurisdictions, site))) return null;
  let place = districts.get(site.district)?.parent ?? null;
  while (place !== null && !standsIn(able, place)) place = districts.get(place)?.parent ?? null;
  return place;
}

/**
 * Whether somebody may handle it at all, in its own office or above: else it is arranged for by who keeps the accounts of the office.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: 差评件件有整改、有反馈
 */
export const isHandled = (
  site: Site,
  holders: readonly Holder[],
  hands: readonly string[],
  { jurisdictions }: Pick<Places, 'jurisdictions'>,
): boolean =>
  holders.some(({ id, districts }) => !hands.includes(id) && isResponsible(districts, jurisdictions, site));

const standsIn = (holders: readonly Holder[], place: string): boolean =>
  holders.some(({ districts }) => districts.includes(place));
