import {
  ableAt,
  hasOwnOffice,
  nearestAbove,
  standsIn,
  type OfficePlaces,
  type RightHolder,
  type Site,
} from '@zhaoguan/contracts';

/**
 * Where a bad rating is handled that nobody of the office rated may handle: the nearest division above in which somebody holds the right
 * and has had no hand in the filing. Null where the office itself has somebody, or nobody above has.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 */
export function handledAbove(
  site: Site & { readonly raisedTo: string | null },
  holders: readonly RightHolder[],
  hands: readonly string[],
  places: OfficePlaces,
): string | null {
  const able = ableAt(site, holders, hands, places);
  // Who has begun goes on with it; only where nobody is left there it is for another.
  if (site.raisedTo !== null && standsIn(able, site.raisedTo)) return site.raisedTo;
  return hasOwnOffice(site, able, places) ? null : nearestAbove(site, able, places);
}

/** Why nobody of the office rated may: all who hold the right there have had a hand in the filing or may decide it still, or nobody holds it. */
export const RAISED_FOR = ['INVOLVED', 'ABSENT'] as const;
export type RaisedFor = (typeof RAISED_FOR)[number];

/** Of a rating that is handled above. Where somebody has come to the office since, it stays above for the reason of then. */
export function whyAbove(
  site: Site & { readonly raisedFor: RaisedFor | null },
  holders: readonly RightHolder[],
  hands: readonly string[],
  places: Pick<OfficePlaces, 'jurisdictions'>,
): RaisedFor | null {
  if (hasOwnOffice(site, ableAt(site, holders, hands, places), places)) return site.raisedFor;
  return hasOwnOffice(site, ableAt(site, holders, [], places), places) ? 'INVOLVED' : 'ABSENT';
}

/**
 * Whether somebody may handle it at all, in its own office or above: else it is arranged for by who keeps the accounts of the office.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: 差评件件有整改、有反馈
 */
export const isHandled = (
  site: Site,
  holders: readonly RightHolder[],
  hands: readonly string[],
  places: Pick<OfficePlaces, 'jurisdictions'>,
): boolean => ableAt(site, holders, hands, places).length > 0;
