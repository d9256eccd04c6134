import { refuse } from '@zhaoguan/contracts';
import { decodeCursor, encodeCursor, isPlainDate, isUuid } from '@zhaoguan/kernel';
import type { Page } from '@zhaoguan/platform';
import type { Conditions } from './conditions';
import type { SqlReader } from './sql-reader';

/** A page of a public list, newest first, with the way on and the way back. */
export interface PublicPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
}

export interface KeysetList {
  /** Columns as SQL, with the names of the item's members. */
  readonly columns: string;
  readonly from: string;
  /** Column of type timestamptz that orders the list, newest first; ties go by `id`, descending. */
  readonly at: string;
  readonly limit: number;
  readonly cursor: string | undefined;
}

interface Position {
  readonly backwards: boolean;
  readonly at: string;
  readonly id: string;
}

/** PostgreSQL's text of an instant under `timezone=UTC`; all its microseconds, so that no row is passed over or told twice. */
const INSTANT = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/**
 * Reads one page. It begins at a position, not at a number of rows, so it costs the same at any depth and does not
 * shift when rows are added meanwhile.
 * @throws INVALID_CURSOR
 */
export async function keysetPage<T extends object>(
  reader: SqlReader,
  list: KeysetList,
  conditions: Conditions,
): Promise<PublicPage<T>> {
  const position = list.cursor === undefined ? undefined : readPosition(list.cursor);
  const backwards = position?.backwards ?? false;
  if (position) {
    const [at, id] = [conditions.bind(position.at), conditions.bind(position.id)];
    conditions.add(`(${list.at}, id) ${backwards ? '>' : '<'} (${at}::timestamptz, ${id}::uuid)`);
  }
  const direction = backwards ? 'asc' : 'desc';
  const rows = await reader.query<(T & { id: string; position_at: string })[]>(
    `select ${list.columns}, ${list.at}::text as position_at from ${list.from} ${conditions.where}
      order by ${list.at} ${direction}, id ${direction} limit ${conditions.bind(list.limit + 1)}`,
    conditions.parameters,
  );
  const more = rows.length > list.limit;
  const page = rows.slice(0, list.limit);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const hasNext = backwards ? position !== undefined : more;
  const hasPrevious = backwards ? more : position !== undefined;
  return {
    nextCursor: last && hasNext ? encodeCursor(['n', last.position_at, last.id]) : null,
    previousCursor: first && hasPrevious ? encodeCursor(['p', first.position_at, first.id]) : null,
    items: page.map((row) => withoutPosition<T>(row)),
  };
}

function readPosition(cursor: string): Position {
  const [direction, at, id, ...rest] = decodeCursor(cursor);
  const known = direction === 'n' || direction === 'p';
  if (!known || rest.length > 0 || typeof at !== 'string' || typeof id !== 'string') {
    throw refuse('INVALID_CURSOR');
  }
  if (!INSTANT.test(at) || !isPlainDate(at.slice(0, 10)) || !isUuid(id)) throw refuse('INVALID_CURSOR');
  return { backwards: direction === 'p', at, id };
}

function withoutPosition<T>(row: { position_at: string }): T {
  const { position_at: _, ...item } = row;
  return item as unknown as T;
}

/** What the interface answers: lists of api.md go forwards only. */
export function toPage<T>({ items, nextCursor }: PublicPage<T>): Page<T> {
  return { items, nextCursor };
}
