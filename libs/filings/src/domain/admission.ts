import { refuse } from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Filing } from './filing';
import { isActUnder, type FilingAction } from './filing.process';
import { asksForLicence } from './filing-types';
import { renewalState } from './renewal';

/** Within how many working days it is said whether an application is taken in (list `terms`). @law 行政许可法第三十二条第一款第四项、第八十二条 */
export const ADMISSION_TERM = 'LICENCE_ADMISSION';

/** That an application was taken in (受理), and from which day on it counts as that. */
export interface Admission {
  readonly from: PlainDate;
  /** Nothing was said in time (逾期不告知的，自收到申请材料之日起即为受理). */
  readonly tacit: boolean;
}

/**
 * Whether an application lies with the authority and is not taken in yet, said or not (待受理): nothing is examined before.
 * @law 行政许可法第三十二条
 */
export const awaitsAdmission = (
  { status, admitBy, admittedOn }: Pick<Filing, 'status' | 'admitBy' | 'admittedOn'>,
  today: PlainDate,
): boolean => status === 'SUBMITTED' && admitBy !== null && admittedOn === null && today <= admitBy;

type Applied = Pick<
  Filing,
  'regime' | 'type' | 'status' | 'submittedAt' | 'admitBy' | 'admittedOn' | 'renewal'
>;

/**
 * Whether the application is taken in on a day; null as long as that is open. Said or not, it counts from the day on which the materials
 * came in: the term does not grow by the days in which the authority said nothing.
 * @law 行政许可法第三十二条第一款第四项、第五项
 */
export function admissionOf(filing: Applied, today: PlainDate): Admission | null {
  const { submittedAt, admitBy, admittedOn, status } = filing;
  if (submittedAt === null || admitBy === null) return null;
  const said = admittedOn ?? (status === 'SUBMITTED' ? today : null);
  if (said === null || (admittedOn === null && said <= admitBy)) return null;
  return { from: dateInShanghai(submittedAt), tacit: said > admitBy };
}

/** Acts that say whether it is taken in, or ask for what is lacking before that. */
const BEFORE_ADMISSION: ReadonlySet<FilingAction> = new Set(['return', 'admit', 'dismiss']);

/**
 * Whether the law lets this be done now. What is taken in is decided: sent back to be put right, its term would stand still for as long as
 * the authority likes, and what was not said within five days can be said no more. What lies with the applicant was never taken in, and so
 * cannot be refused: left alone, it lapses. A licence that counts as renewed is not refused afterwards, nor is its renewal taken back; one that
 * should not go on is revoked.
 * @law 行政许可法第三十二条第一款第四项、第三十八条第二款、第五十条第二款、第六十九条
 */
export function isOpenTo(action: FilingAction, filing: Applied, today: PlainDate): boolean {
  if (!asksForLicence(filing)) return isActUnder('FILING', action);
  if (action === 'refuse') return filing.status !== 'RETURNED' && renewalState(filing, today) !== 'PRESUMED';
  if (action === 'withdraw') return renewalState(filing, today) !== 'PRESUMED';
  return !BEFORE_ADMISSION.has(action) || admissionOf(filing, today) === null;
}

/**
 * @throws NOT_TO_BE_ADMITTED of a filing; for a refusal NOT_ADMITTED_YET of what was returned, for it and for a withdrawal RENEWED_ALREADY of
 *   what counts as renewed; ADMITTED_ALREADY
 */
export function requireOpenTo(action: FilingAction, filing: Applied, today: PlainDate): void {
  if (isOpenTo(action, filing, today)) return;
  if (!asksForLicence(filing)) throw refuse('NOT_TO_BE_ADMITTED');
  if (action === 'withdraw') throw refuse('RENEWED_ALREADY');
  if (action !== 'refuse') throw refuse('ADMITTED_ALREADY');
  throw refuse(filing.status === 'RETURNED' ? 'NOT_ADMITTED_YET' : 'RENEWED_ALREADY');
}
