import { chineseDate, plainDate, type PlainDate } from '@zhaoguan/kernel';
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

/** What says that a licence ends by its day. */
export const LICENCE_ENDS_BASIS = {
  law: '《中华人民共和国行政许可法》',
  article: '第五十条、第七十条第一项',
};
export const BEYOND_LICENCE = 'RESUMES_BEYOND_LICENCE';

/**
 * That a service is to go on only after the last day of its licence; null where it goes on before. It hinders nothing: until then the licence
 * may be renewed.
 * @law 行政许可法第五十条、第七十条第一项
 */
export function beyondLicence(startsOn: string | null, endsOn: string | null): string | null {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return null;
  return `恢复服务的日期在许可证有效期届满（${chineseDate(plainDate(endsOn))}）以后：届满以前没有准予延续、也不视为准予延续的，届时不能凭它提供服务，应当先申请延续`;
}

/** Beside the name of an institution. */
export const LICENCE_EXPIRED_LABEL = '许可证已过期';
