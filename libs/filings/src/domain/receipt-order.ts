import {
  isRegistration,
  RECEIPT_ORDINAL,
  type FilingType,
  type ReceiptOrdinal,
  type Regime,
} from '@zhaoguan/contracts';

/** A receipt among those of its number. */
export interface NumberedReceipt {
  readonly id: string;
  readonly regime: Regime;
  readonly type: FilingType;
  /** False for a registration (登记回执) that was printed as a version of the licence. */
  readonly numberedApart: boolean;
  /** What it says was taken back before its day (撤回). */
  readonly retracted: boolean;
}

/**
 * Which of its number a receipt is, and which is the last one of those that take its place: a registration takes that of the one before, and
 * never that of the licence. What was taken back takes no place: the one before stands again.
 * @param receipts all under the number, in the order in which they were given out
 */
export function inOrder(
  receipts: readonly NumberedReceipt[],
  id: string,
): { readonly own: ReceiptOrdinal; readonly latest: ReceiptOrdinal } {
  const at = receipts.findIndex((each) => each.id === id);
  const [own] = receipts.slice(at);
  if (at < 0 || !own) throw new Error(`filing ${id} has no number`);
  const last = receipts.findLastIndex(
    (each) => !each.retracted && isRegistration(each) === isRegistration(own),
  );
  // Where none stands any more, as of the first registration that was taken back, there is nothing in its place.
  return { own: ordinalAt(receipts, at), latest: ordinalAt(receipts, last < 0 ? at : last) };
}

const isApart = (receipt: NumberedReceipt): boolean => isRegistration(receipt) && receipt.numberedApart;

function ordinalAt(receipts: readonly NumberedReceipt[], at: number): ReceiptOrdinal {
  const [own] = receipts.slice(at);
  const apart = own !== undefined && isApart(own);
  const counted = receipts.slice(0, at + 1).filter((each) => isApart(each) === apart);
  return { version: counted.length, apart };
}

/** How a number is asked for: in half width and capitals, without spaces, and without which of it the receipt in hand is. */
export const receiptSpelling = (filingNumber: string): string =>
  filingNumber.normalize('NFKC').replace(/\s+/gu, '').replace(RECEIPT_ORDINAL, '').toUpperCase();
