import { addDays, chineseDate, type PlainDate } from '@zhaoguan/kernel';
import { FILING_OF_STATUS_ACTION, type FilingType } from './kinds';
import type { PaperEnd } from './paper-kinds';
import type { Regime } from './regimes';
import type { FilingEnd } from './removals';
import type { RenewalState } from './renewals';

/** Which of its number a receipt is: of the receipts or licences under it, or, counted apart, of what was registered (登记回执). */
export interface ReceiptOrdinal {
  /** From 1. */
  readonly version: number;
  readonly apart: boolean;
}

/** The number as it is printed: a receipt in the place of another with its version, a registration always with its own number. */
export function receiptNumberInWords(filingNumber: string, { version, apart }: ReceiptOrdinal): string {
  if (apart) return `${filingNumber}（${registrationInWords({ version, apart })}）`;
  return version === 1 ? filingNumber : `${filingNumber}（第${version}版）`;
}

/** The same as it ends a number in half width: （第2版）, （登记第1号）. */
export const RECEIPT_ORDINAL = /\((?:第\d+版|登记第\d+号)\)$/u;

/** What a registration is called beside the number of its licence. Not `apart`: printed as a version of the licence, once. */
export const registrationInWords = ({ version, apart }: ReceiptOrdinal): string =>
  apart ? `登记第${version}号` : `第${version}版`;

const NOTICES: ReadonlySet<FilingType> = new Set(Object.values(FILING_OF_STATUS_ACTION));

/** Whether what was given out is the registration (登记回执) of a notice (暂停、恢复、终止) of a licensed institution, and no licence. */
export const isRegistration = ({
  regime,
  type,
}: {
  readonly regime: Regime;
  readonly type: FilingType;
}): boolean => regime === 'LICENCE' && NOTICES.has(type);

/** What a registration says of the service under a licence. */
export interface RegistrationFacts extends ReceiptOrdinal {
  readonly type: FilingType;
  /** Day from which the service stops, goes on or has ended; of what prolongs a suspension, on which it was registered, for it holds at once. */
  readonly effectiveOn: PlainDate;
  /** Of what prolongs a suspension (延长暂停), from which day on the service is stopped; null of any other. */
  readonly suspendedSince?: PlainDate | null;
  /** Day on which it was taken back before its own (撤回), and counts nothing since; null where it stands. */
  readonly retractedOn: PlainDate | null;
}

/** 有效、暂停服务、已终止服务、有效期届满、已由另一许可证代替、已注销或者撤销. */
export const LICENCE_STANDINGS = ['STANDS', 'SUSPENDED', 'CLOSED', 'EXPIRED', 'REPLACED', 'ENDED'] as const;

export interface LicenceStanding {
  readonly state: (typeof LICENCE_STANDINGS)[number];
  /** From which day on; null for what stands as it was given, and where the number that took its place says it. */
  readonly since: PlainDate | null;
  /** The registration, or the licence, that made it so; null where it is a day or a decision. */
  readonly by: string | null;
}

/** The licence in whose place another number stood, and where it stands itself: who checks the older one takes no chain for valid. */
export interface Replacement {
  readonly number: string;
  readonly standing: LicenceStanding;
  /** How the authority has ended it; null where it has not. */
  readonly endedAs: FilingEnd | null;
}

interface Licence {
  readonly filingNumber: string;
  readonly validUntil: PlainDate | null;
  readonly replacedBy: string | null;
  /** Day on which the authority has ended it (注销、撤销). */
  readonly endedOn: PlainDate | null;
  readonly renewal: RenewalState | null;
  /** The last one first. */
  readonly registrations: readonly RegistrationFacts[];
  /** How the register has the institution today: what it told under the number of the licence before stands as well. */
  readonly service: 'SUSPENDED' | 'CLOSED' | null;
  /** Day of what was told last and is not in force, also where that day has come; null of what is. */
  readonly pendingOn: PlainDate | null;
}

/** The service of an institution by its state in the register; null while it serves, or where the register has none. */
export const serviceOf = (status: string | null | undefined): 'SUSPENDED' | 'CLOSED' | null =>
  status === 'SUSPENDED' || status === 'CLOSED' ? status : null;

const STATE_AFTER: Readonly<Partial<Record<FilingType, 'SUSPENDED' | 'CLOSED'>>> = {
  SUSPENSION: 'SUSPENDED',
  CLOSURE: 'CLOSED',
};

/**
 * Where a licence stands on a day. What its institution tells of the service changes nothing of the licence itself, and whoever checks it is
 * told by what and since when it is not used.
 * @law 行政许可法第五十条第二款、第六十九条、第七十条
 */
export function licenceStanding(licence: Licence, today: PlainDate): LicenceStanding {
  const { filingNumber, validUntil, replacedBy, endedOn, renewal, registrations, service, pendingOn } =
    licence;
  if (endedOn !== null) return { state: 'ENDED', since: endedOn, by: null };
  if (replacedBy !== null) return { state: 'REPLACED', since: null, by: replacedBy };
  // Nothing else has its day: the next one is told of only once that is in force.
  const last = registrations.find(
    ({ effectiveOn, retractedOn }) =>
      retractedOn === null && effectiveOn <= today && effectiveOn !== pendingOn,
  );
  const state = last ? STATE_AFTER[last.type] : service;
  const by = last ? receiptNumberInWords(filingNumber, last) : null;
  const since = last?.suspendedSince ?? last?.effectiveOn ?? null;
  if (state === 'CLOSED') return { state, since, by };
  if (validUntil !== null && validUntil < today && renewal === null)
    return { state: 'EXPIRED', since: addDays(validUntil, 1), by: null };
  return { state: state ?? 'STANDS', since, by };
}

/** Why the certificate in somebody's hand is not used any more, and by what; null where it is, or where a day or a decision says it. */
export function certificateEnd({
  state,
  by,
}: LicenceStanding): { endedAs: PaperEnd; by: string | null } | null {
  if (state !== 'CLOSED' && state !== 'REPLACED') return null;
  return { endedAs: state, by };
}

/** What has become of the licence that took the place; null where it stands. */
export function replacementInWords({ number, standing, endedAs }: Replacement): string | null {
  const { state, since } = standing;
  const from = since === null ? '' : `${chineseDate(since)}起`;
  const told: Readonly<Record<LicenceStanding['state'], string | null>> = {
    STANDS: null,
    REPLACED: null,
    SUSPENDED: `${from}暂停服务`,
    CLOSED: `的机构${from}已终止服务，不再使用`,
    EXPIRED: `有效期已经届满，${from}不再有效`,
    ENDED: `${from}${endedAs === 'REVOKED' ? '已被撤销' : '已被注销'}，不再有效`,
  };
  const said = told[state];
  return said && `代替它的许可证 ${number} ${said}。`;
}
