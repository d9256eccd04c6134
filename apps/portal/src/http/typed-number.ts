import { RECEIPT_ORDINAL } from '@zhaoguan/contracts';

/** The number of a receipt as printed, however it was typed: full-width characters, spaces and small letters put right. */
export function typedNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, '').replace(RECEIPT_ORDINAL, '').toUpperCase().slice(0, 64);
}
