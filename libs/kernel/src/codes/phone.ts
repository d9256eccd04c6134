import type { Brand } from '../brand';

/**
 * A telephone number of the mainland in one spelling: `13812345678`, `029-85290000`, `029-85290000-801`,
 * `400-123-4567`.
 */
export type PhoneNumber = Brand<string, 'PhoneNumber'>;

export type PhoneKind = 'MOBILE' | 'LANDLINE' | 'SERVICE';

export type PhoneCheck =
  | { readonly ok: true; readonly value: PhoneNumber; readonly kind: PhoneKind }
  | { readonly ok: false; readonly reason: 'FORMAT' };

const MOBILE = /^1[3-9]\d{9}$/;
/** 010 and 02x have eight digits behind them, other area codes seven or eight; the extension comes after a hyphen. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/;
const SERVICE = /^(400|800)-?(\d{3})-?(\d{4})$/;
const SHORT_AREA_CODE = /^(010|02\d)$/;

/**
 * Checks a mainland mobile, landline or 400/800 number as people type it (+86, spaces, brackets, 转) and spells it in
 * one way. Says nothing about whether the number is in use.
 */
export function checkPhone(input: string): PhoneCheck {
  const text = tidy(input);
  const compact = text.replace(/-/g, '');
  if (MOBILE.test(compact)) return { ok: true, value: compact as PhoneNumber, kind: 'MOBILE' };
  const service = SERVICE.exec(text);
  if (service) return { ok: true, value: service.slice(1).join('-') as PhoneNumber, kind: 'SERVICE' };
  const landline = LANDLINE.exec(text);
  if (!landline || (SHORT_AREA_CODE.test(landline[1] ?? '') && landline[2]?.length !== 8)) {
    return { ok: false, reason: 'FORMAT' };
  }
  const spelled = landline.slice(1).filter((part) => part !== undefined);
  return { ok: true, value: spelled.join('-') as PhoneNumber, kind: 'LANDLINE' };
}

/** The number for eyes that may not see it: `138****5678`, `029****0000`. Anything else is hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 10
    ? '*'.repeat(digits.length || phone.length)
    : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

function tidy(input: string): string {
  return (
    input
      .normalize('NFKC')
      .replace(/[\s()]+/gu, '')
      .replace(/[‐-―−]/gu, '-')
      .replace(/(转|ext\.?)/iu, '-')
      .replace(/^(\+|00)86-?(?=1[3-9]|[48]00)/, '')
      // Written internationally a landline loses the 0 of its area code: +86 29 → 029.
      .replace(/^(\+|00)86-?0?/, '0')
  );
}
