import { DomainError } from './errors';
import { isUuid } from './ids';

/** What a cursor may hold: the sort keys of the last row of a page. */
export type CursorValue = string | number | null;

/** A cursor comes back in a URL; nothing honest is longer. */
const MAX_LENGTH = 2048;

/** Packs the sort keys of the last row into text that is safe in a URL (base64url of JSON, without padding). */
export function encodeCursor(values: readonly CursorValue[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/**
 * The sort keys again. A cursor is input from outside: the caller still checks number and types of the keys.
 * @throws DomainError `INVALID_CURSOR` for anything that {@link encodeCursor} did not make
 */
export function decodeCursor(cursor: string): CursorValue[] {
  const values = cursor.length <= MAX_LENGTH ? parse(cursor) : undefined;
  if (!Array.isArray(values) || !values.every(isCursorValue) || encodeCursor(values) !== cursor) {
    throw new DomainError('INVALID_CURSOR');
  }
  return values;
}

/** The id in the cursor of a list that is sorted by id. @throws DomainError `INVALID_CURSOR` */
export function decodeIdCursor(cursor: string): string {
  const [id, ...more] = decodeCursor(cursor);
  if (typeof id !== 'string' || !isUuid(id) || more.length > 0) throw new DomainError('INVALID_CURSOR');
  return id;
}

/**
 * Position and id in the cursor of a list that is sorted by both.
 * @param isPosition whether a text is a position that the list gives out: it goes into SQL
 * @throws DomainError `INVALID_CURSOR`
 */
export function decodePositionCursor(
  cursor: string,
  isPosition: (text: string) => boolean,
): readonly [position: string, id: string] {
  const [position, ...rest] = decodeCursor(cursor);
  if (typeof position !== 'string' || !isPosition(position)) throw new DomainError('INVALID_CURSOR');
  return [position, decodeIdCursor(encodeCursor(rest))];
}

function parse(cursor: string): unknown {
  try {
    const binary = atob(cursor.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not base64, not UTF-8 or not JSON: all the same to the caller, who answers INVALID_CURSOR.
    return undefined;
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
