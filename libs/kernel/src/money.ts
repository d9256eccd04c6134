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
