import { RENEWAL_STATE_LABELS } from '@zhaoguan/contracts';
import { addDays, plainDate } from '@zhaoguan/kernel';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing } from './queries';

type Case = Pick<Filing, 'renewal' | 'status'>;
type Renewal = NonNullable<Case['renewal']>;
type Reader = 'applicant' | 'official';

/** While nobody has decided. */
const UNDECIDED: ReadonlySet<Case['status']> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);

const late = (until: string): string =>
  `这是延续申请，提出时距有效期届满（${until}）已经不足规定的日数；届满前没有作出决定的，不视为准予延续。`;

const refused = (until: string): string =>
  `这次申请的是延续，许可机关决定不予延续。现有许可证不受影响，在有效期内继续有效，到${until}届满。`;

/** By how the renewal stands: asked for too late, waiting, with the applicant, counting as granted, refused. */
const WORDS: Readonly<
  Record<
    'LATE' | 'WAITING' | 'OPEN' | 'PRESUMED' | 'REFUSED',
    Readonly<Record<Reader, (until: string) => string>>
  >
> = {
  LATE: { applicant: late, official: late },
  WAITING: {
    applicant: (until) =>
      `您按期申请了延续。许可机关应当在有效期届满（${until}）前作出决定；逾期没有作出决定的，视为准予延续，原许可证继续有效。`,
    official: (until) =>
      `这是按期提出的延续申请，应当在许可有效期届满（${until}）前作出决定；逾期没有作出决定的，视为准予延续（行政许可法第五十条第二款）。`,
  },
  OPEN: {
    applicant: (until) =>
      `这是按期提出的延续申请，许可有效期到${until}。请尽快补正：届满时还没有受理的，不视为准予延续。`,
    official: (until) =>
      `这是按期提出的延续申请，许可有效期到${until}。届满时还没有受理的，不视为准予延续；办结以前，不能以有效期届满没有延续为由注销。`,
  },
  REFUSED: { applicant: refused, official: refused },
  PRESUMED: {
    applicant: (until) =>
      `有效期在${until}届满前没有作出决定，依法视为准予延续，原许可证继续有效。新的许可证正在换发。`,
    official: (until) =>
      `有效期在${until}届满前没有作出决定，依法视为准予延续，原许可证继续有效。请尽快换发许可证；认为不应当准予延续的，依照撤销许可的规定办理，不能再作不予许可的决定。`,
  },
};

/** What is owed of a renewal that counts as granted: its term of decision is over, for nothing is left to be decided. */
export const CERTIFICATE_OWED = '待换发许可证';

/** Whether a case, or its line in a list, stands as a renewal that nobody decided in time. @law 行政许可法第五十条第二款 */
export const countsAsRenewed = ({ statusLabel }: Pick<Filing, 'statusLabel'>): boolean =>
  statusLabel === RENEWAL_STATE_LABELS.PRESUMED;

/** On the page of its institution: that the licence counts as renewed, and from which day; null as long as it does not. */
export function presumedInWords({ renewal, status }: Case): string | null {
  if (status !== 'SUBMITTED' || renewal?.state !== 'PRESUMED') return null;
  const from = dayInWords(addDays(plainDate(renewal.until), 1));
  return `许可自 ${from}起视为准予延续：按期申请了延续，许可机关在原有效期届满（${dayInWords(renewal.until)}）以前没有作出决定（行政许可法第五十条第二款）。原许可证继续有效，新的许可证尚未换发。`;
}

/** Whether nothing of the days before the last one is to be said any more: that is over, and the renewal was not asked for in time. */
const isPast = ({ renewal, status }: Case, left: number | undefined): boolean =>
  left !== undefined && left < 0 && renewal?.inTime === false && UNDECIDED.has(status);

/** @law 行政许可法第五十条、第七十条第一项 */
const past = (until: string): string =>
  `这是延续申请，现有许可的有效期已于${until}届满：准予延续以前，不能提供服务。`;

/**
 * What becomes of a licence whose renewal is asked for, as its reader needs it; null for any other application, and for what is granted.
 * @param left days to the last one of the licence, below zero once it is over; undefined while the day is not known
 */
export function renewalInWords({ renewal, status }: Case, reader: Reader, left?: number): string | null {
  if (renewal === null) return null;
  if (isPast({ renewal, status }, left)) return past(dayInWords(renewal.until));
  if (status === 'DRAFT') return draftInWords(renewal);
  if (status === 'REFUSED') return WORDS.REFUSED[reader](dayInWords(renewal.until));
  if (status !== 'SUBMITTED' && status !== 'RETURNED') return null;
  const standing = renewal.inTime ? (renewal.state ?? 'OPEN') : 'LATE';
  return WORDS[standing][reader](dayInWords(renewal.until));
}

/**
 * Before it is handed in: by when it must be, and what follows when it is not.
 * @law 行政许可法第五十条
 */
function draftInWords({ until, askBy, inTime }: Renewal): string {
  const what = `这是延续申请，现有许可的有效期到${dayInWords(until)}。`;
  const last = askBy === null ? '' : `（最迟 ${dayInWords(askBy)}）`;
  return inTime
    ? `${what}今天提交的，按期${last}；按期提交、届满前没有作出决定的，视为准予延续，原许可证继续有效。`
    : `${what}按期提出的时间${last}已过：仍然可以提交，但届满前没有作出决定的，不视为准予延续，届满以后不能凭原许可证提供服务。请尽快提交。`;
}

/** From so many days before the last one on, asking for a renewal is nothing to wonder at. */
const EARLY_DAYS = 365;

/**
 * Of a renewal that is asked for long before the end: that nothing hurries, and from when a new licence counts. No law says how early is too early.
 * @law 行政许可法第五十条第一款
 */
export function earlyInWords({ status, renewal }: Case, left: number | undefined, reader: Reader): string {
  if (left === undefined || left <= EARLY_DAYS || renewal === null || !UNDECIDED.has(status)) return '';
  const from = `新的有效期从原有效期届满的次日（${dayInWords(addDays(plainDate(renewal.until), 1))}）起算`;
  if (reader === 'official') return `提出得较早：准予延续的，${from}。`;
  const last = renewal.askBy === null ? '' : `最迟 ${dayInWords(renewal.askBy)}提出即可，`;
  return `现在提出较早：${last}可以临近届满再申请；现在准予延续的，${from}，不从准予之日起算。`;
}

/** How long the licence runs still, for no law says how early one may ask that it goes on: who asks and who decides shall see it. */
export function stillRuns({ status, renewal }: Case, left: number | undefined): string {
  if (left === undefined || renewal === null || !UNDECIDED.has(status)) return '';
  if (left < 0) return renewal.state === null && renewal.inTime ? '现有许可已经届满。' : '';
  return left === 0 ? '现有许可今天届满。' : `现有许可还有 ${left} 天届满。`;
}
