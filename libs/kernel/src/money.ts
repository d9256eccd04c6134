import type { Brand } from './brand';
import { DomainError } from './errors';

/** An amount of renminbi in fen (分), a whole number: 3 000 元 is 300000. */
export type Fen = Brand<number, 'Fen'>;

/**
 * The number as an amount.
 * @throws DomainError `INVALID_AMOUNT` unless it is a safe integer
 */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new DomainError('INVALID_AMOUNT', { value: String(amount) });
  return amount as Fen;
}

/**
 * The amount as laws and decisions write it: 300000 → `3,000元`, 300050 → `3,000.50元`.
 * @throws DomainError `INVALID_AMOUNT` unless it is a safe integer
 */
export function yuanInWords(amount: number): string {
  return formatYuan(amount).replace(/(?:\.00)? /, '');
}

/**
 * The amount for people: 300000 → `3,000.00 元`. Same text on every machine, whatever its locale.
 * @throws DomainError `INVALID_AMOUNT` unless it is a safe integer
 */
export function formatYuan(amount: number): string {
  const digits = String(Math.abs(fen(amount))).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${yuan}.${digits.slice(-2)} 元`;
}

const NUMERALS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['', '拾', '佰', '仟'];
const MYRIADS = ['', '万', '亿', '万亿'];

/**
 * The amount in the numerals that nobody can add a stroke to (大写金额), as it stands on documents of payment: 3000000 →
 * `叁万元整`, 300050 → `叁仟元零伍角整`.
 * @throws DomainError `INVALID_AMOUNT` unless it is a safe integer that is not negative
 * @law 支付结算办法附一《正确填写票据和结算凭证的基本规定》
 */
export function yuanInCapitals(amount: number): string {
  if (fen(amount) < 0) throw new DomainError('INVALID_AMOUNT', { value: String(amount) });
  const yuan = Math.floor(amount / 100);
  const [jiao, cents] = [Math.floor(amount / 10) % 10, amount % 10];
  const whole = yuan > 0 || amount === 0 ? `${wholeInCapitals(yuan)}元` : '';
  if (jiao === 0 && cents === 0) return `${whole}整`;
  const tens = jiao > 0 ? `${NUMERALS[jiao]}角` : '';
  // A nought is read where a place is left out.
  const gap = whole !== '' && (jiao === 0 || yuan % 10 === 0) ? '零' : '';
  return `${whole}${gap}${tens}${cents > 0 ? `${NUMERALS[cents]}分` : '整'}`;
}

/** Four places at a time, each four with its myriad; one nought for a row of noughts. */
function wholeInCapitals(yuan: number): string {
  const digits = String(yuan);
  let words = '';
  for (let i = 0; i < digits.length; i++) {
    const place = digits.length - 1 - i;
    const digit = Number(digits[i]);
    if (digit > 0) words += `${NUMERALS[digit]}${PLACES[place % 4]}`;
    else if (!words.endsWith('零')) words += '零';
    const four = digits.slice(Math.max(0, i - 3), i + 1);
    if (place % 4 === 0 && Number(four) > 0) words = `${words.replace(/零$/, '')}${MYRIADS[place / 4]}`;
  }
  return words === '零' ? words : words.replace(/零$/, '');
}
