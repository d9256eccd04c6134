import {
  certificateEnd,
  isRegistration,
  receiptNumberInWords,
  registrationInWords,
  REGIME_WORDS,
  caseWords,
  type FilingType,
  type LicenceStanding,
  type PaperEnd,
  type Regime,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { FilingEndFacts } from './institutions.query';
import type { PaperStanding, PublicPaper, RestoredReceipt } from './public-paper';
import type { PublicReceipt } from './receipts.query';

/** One receipt of a number, as the register has it. */
export interface ReceiptOfNumber {
  readonly number: string;
  readonly spelling: string;
  readonly regime: Regime;
  readonly type: FilingType;
  readonly version: number;
  readonly apart: boolean;
  readonly name: string;
  readonly filedOn: PlainDate;
  readonly sm3: string | null;
  /** Day on which what it says was taken back before its own (撤回), and by which paper; null where it was not. */
  readonly retractedOn: PlainDate | null;
  readonly retractedBy: string | null;
}

/** What the check by the number says of it today. */
export interface NumberToday {
  readonly number: PublicReceipt | undefined;
  readonly filingEnd: FilingEndFacts | undefined;
}

/** All receipts under the number of the one with a digest, the last one first. */
export const RECEIPTS_OF_NUMBER = `
  select r.filing_number as number, r.spelling, r.regime, r.type, r.version, r.numbered_apart as apart, r.name,
         r.filed_on::text as "filedOn", r.sm3, r.retracted_on::text as "retractedOn", r.retracted_by as "retractedBy"
    from filings.receipt_public r
   where r.spelling = (select spelling from filings.receipt_file_public where sm3 = $1 limit 1)
   order by r.numbered_apart desc, r.version desc`;

/** A receipt, a licence or a registration (登记回执) as a paper, and what took its place. */
export function receiptAsPaper(
  receipts: readonly ReceiptOfNumber[],
  sm3: string,
  today: NumberToday,
): Omit<PublicPaper, 'signature'> | undefined {
  const own = receipts.find((each) => each.sm3 === sm3);
  if (!own) return undefined;
  const latest = receipts.find(
    (each) => isRegistration(each) === isRegistration(own) && each.retractedOn === null,
  );
  const later = latest === own ? undefined : latest;
  const end = endOf(own, later, today);
  return {
    kind: 'RECEIPT',
    number: own.apart ? receiptNumberInWords(own.number, own) : own.number,
    title: own.regime === 'FILING' ? REGIME_WORDS.FILING.proof : caseWords(own).proof,
    version: own.apart ? null : own.version,
    authority: null,
    issuedOn: own.filedOn,
    addressee: own.name,
    isPublic: true,
    sm3,
    endedAs: end && end.endedAs,
    supersededBy: end && end.by,
    endedOn: end && end.on,
    standing: {
      regime: own.regime,
      ...standingToday(today),
      licence: isRegistration(own) ? null : licenceToday(today),
      restored: null,
    },
  };
}

/**
 * The decision by which a licence was granted: it stands as the licence does, and says so. What the view tells of it already, that the
 * authority has ended the licence, is kept.
 */
export function grantAsPaper<P extends Ended>(
  grant: P,
  today: NumberToday,
): P & { readonly standing: PaperStanding } {
  const standing = today.number?.standing ?? null;
  const end = grant.endedAs === null && standing !== null ? licenceEnd(standing) : null;
  return {
    ...grant,
    ...(end && { endedAs: end.endedAs, supersededBy: end.by, endedOn: end.on }),
    standing: { regime: 'LICENCE', ...standingToday(today), licence: licenceToday(today), restored: null },
  };
}

/** The paper by which something was taken back (准予撤回): it stays true, and says what has come since. */
export function retractionAsPaper<P extends object>(
  paper: P,
  by: string,
  today: NumberToday,
): P & { readonly standing: PaperStanding | null } {
  const { number } = today;
  if (number === undefined) return { ...paper, standing: null };
  return {
    ...paper,
    standing: {
      regime: number.regime,
      ...standingToday(today),
      licence: licenceToday(today),
      restored: restoredBy(by, number, today),
    },
  };
}

function restoredBy(by: string, number: PublicReceipt, today: NumberToday): RestoredReceipt | null {
  const taken = number.versions.find(({ retractedBy }) => retractedBy === by);
  const standing = number.versions.filter(({ retractedOn }) => retractedOn === null);
  const restored = taken && standing.find(({ version }) => version < taken.version);
  if (restored === undefined) return null;
  const [latest] = standing;
  const later = latest && latest !== restored ? { version: latest.version, apart: false } : undefined;
  const end = endOf({ ...restored, regime: number.regime }, later, today);
  return {
    number: number.filingNumber,
    version: restored.version,
    endedAs: end && end.endedAs,
    supersededBy: end && end.by,
    endedOn: end && end.on,
  };
}

type Ended = Pick<PublicPaper, 'endedAs' | 'supersededBy' | 'endedOn'>;

const standingToday = ({
  number,
  filingEnd,
}: NumberToday): Omit<PaperStanding, 'regime' | 'licence' | 'restored'> => ({
  filingEnd: filingEnd ?? null,
  status: number?.institution?.status ?? null,
  statusStep: number?.institution?.statusStep ?? null,
  replacement: number?.replacement ?? null,
});

const licenceToday = ({ number }: NumberToday): PaperStanding['licence'] =>
  number?.standing ? { number: number.filingNumber, standing: number.standing } : null;

interface End {
  readonly endedAs: PaperEnd;
  readonly by: string | null;
  readonly on: PlainDate | null;
}

/**
 * Why it is in force no more. What was taken back (撤回) never came to be. That the authority has ended the filing or the licence says more than that a later receipt took its place; a
 * registration says what was told of the service, which neither another licence nor the last day changes.
 */
function endOf(
  own: Pick<ReceiptOfNumber, 'regime' | 'type' | 'retractedOn' | 'retractedBy'>,
  later: Pick<ReceiptOfNumber, 'version' | 'apart'> | undefined,
  { number, filingEnd }: NumberToday,
): End | null {
  if (own.retractedOn !== null) return { endedAs: 'RETRACTED', by: own.retractedBy, on: own.retractedOn };
  if (filingEnd) return { endedAs: filingEnd.endedAs, by: null, on: filingEnd.endedOn };
  if (later) return { endedAs: 'REPLACED', by: registrationInWords(later), on: null };
  if (!number || isRegistration(own)) return null;
  const { standing, replacedBy } = number;
  if (standing === null)
    return replacedBy === null ? null : { endedAs: 'REPLACED', by: replacedBy, on: null };
  return licenceEnd(standing);
}

function licenceEnd(standing: LicenceStanding): End | null {
  if (standing.state === 'EXPIRED') return { endedAs: 'EXPIRED', by: null, on: standing.since };
  const end = certificateEnd(standing);
  return end && { ...end, on: null };
}
