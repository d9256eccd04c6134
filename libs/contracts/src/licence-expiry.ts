import type { PlainDate } from '@zhaoguan/kernel';
import type { FilingType, InstitutionStatus } from './kinds';
import type { Regime } from './regimes';

/** What an institution holds, for the question whether that has ended by its day. */
export interface HeldUntil {
  readonly regime: Regime;
  readonly validUntil: PlainDate | null;
  readonly status: InstitutionStatus;
  /** Whether the authority has ended it (注销、撤销), which is said instead. */
  readonly isEnded: boolean;
}

/**
 * The last day of a licence that has expired; null for one that holds, for a filing, and for what is closed or ended otherwise.
 * @param isPresumed whether it counts as renewed, for nobody decided in time (视为准予延续)
 * @law 行政许可法第五十条、第七十条第一项
 */
export function licenceExpiredOn(
  { regime, validUntil, status, isEnded }: HeldUntil,
  isPresumed: boolean,
  today: PlainDate,
): PlainDate | null {
  if (regime !== 'LICENCE' || validUntil === null || validUntil >= today) return null;
  return isPresumed || isEnded || status === 'CLOSED' ? null : validUntil;
}

const WANT_A_LICENCE: ReadonlySet<FilingType> = new Set(['CHANGE', 'RESUMPTION']);

/**
 * Whether a case goes on only under a licence that holds: what has expired is not changed, and no service is taken up again without one. To
 * stop and to end stays possible at any time.
 * @law 行政许可法第五十条、第七十条第一项
 */
export const wantsLicenceInForce = (type: FilingType): boolean => WANT_A_LICENCE.has(type);

/** Beside the name of an institution. */
export const LICENCE_EXPIRED_LABEL = '许可证已过期';
