import {
  certificateEnd,
  isRegistration,
  licenceStanding,
  receiptNumberInWords,
  registrationInWords,
  REGIME_WORDS,
  caseWords,
  type FilingType,
  type Regime,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { PublicPaper } from './public-paper';

/** One receipt of a number, as the register has it. */
export interface ReceiptOfNumber {
  readonly number: string;
  readonly regime: Regime;
  readonly type: FilingType;
  readonly version: number;
  readonly apart: boolean;
  readonly name: string;
  readonly filedOn: PlainDate;
  readonly effectiveOn: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly replacedBy: string | null;
  readonly sm3: string | null;
}

/** All receipts under the number of the one with a digest, the last one first. */
export const RECEIPTS_OF_NUMBER = `
  select r.filing_number as number, r.regime, r.type, r.version, r.numbered_apart as apart, r.name, r.filed_on::text as "filedOn",
         r.effective_on::text as "effectiveOn", r.valid_until::text as "validUntil", r.replaced_by as "replacedBy", r.sm3
    from filings.receipt_public r
   where r.spelling = (select spelling from filings.receipt_file_public where sm3 = $1 limit 1)
   order by r.numbered_apart desc, r.version desc`;

/** A receipt, a licence or a registration (登记回执) as a paper, and what took its place. */
export function receiptAsPaper(
  receipts: readonly ReceiptOfNumber[],
  sm3: string,
  today: PlainDate,
): Omit<PublicPaper, 'signature'> | undefined {
  const own = receipts.find((each) => each.sm3 === sm3);
  if (!own) return undefined;
  const alike = receipts.filter((each) => isRegistration(each) === isRegistration(own));
  const [latest] = alike;
  const isLast = latest === own || latest === undefined;
  const end = isLast
    ? endOf(own, receipts, today)
    : { endedAs: 'REPLACED' as const, by: registrationInWords(latest) };
  return {
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
    endedOn: null,
  };
}

/** Of the certificate in force: what its institution has told of the service, or the licence that took its place. */
function endOf(own: ReceiptOfNumber, receipts: readonly ReceiptOfNumber[], today: PlainDate) {
  if (own.regime === 'FILING' || isRegistration(own)) return null;
  const registrations = receipts
    .filter(isRegistration)
    .map((each) => ({ ...each, effectiveOn: each.effectiveOn ?? each.filedOn }));
  const licence = { ...own, filingNumber: own.number, registrations, endedOn: null, renewal: null };
  return certificateEnd(licenceStanding(licence, today));
}
