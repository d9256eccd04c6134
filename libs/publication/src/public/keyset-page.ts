import { refuse } from '@zhaoguan/contracts';
import { decodeCursor, encodeCursor, isPlainDate, isUuid } from '@zhaoguan/kernel';
import type { Page } from '@zhaoguan/platform';
import { whereOf, type Conditions } from './conditions';
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
  /** The same conditions in the terms of one index, sharing the parameters; see {@link eitherWay}. */
  readonly indexed?: Conditions | undefined;
  /** Rows that fit and that this index does not hold, in the terms of another one. */
  readonly besides?: Conditions | undefined;
}

interface Position {
  readonly backwards: boolean;
  readonly at: string;
  readonly id: string;
}

/** Where a page begins and in what order it is read, as SQL. */
interface Way {
  readonly beyond: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly order: string;
  readonly limit: string;
}

/** PostgreSQL's text of an instant under `timezone=UTC`; all its microseconds, so that no row is passed over or told twice. */
const INSTANT = /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** How many rows in order are tried before the index: half a millisecond, and enough for what one in fifty rows fits. */
const WALK = 1000;

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
  const direction = backwards ? 'asc' : 'desc';
  const way: Way = {
    beyond: position && beyondSql(list.at, position, conditions),
    direction,
    order: `order by ${list.at} ${direction}, id ${direction}`,
    limit: `limit ${conditions.bind(list.limit + 1)}`,
  };
  const rows = await reader.query<(T & { id: string; position_at: string })[]>(
    list.indexed ? eitherWay(list, list.indexed, conditions, way) : straight(list, conditions, way),
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

const columnsOf = ({ columns, at }: KeysetList): string => `${columns}, ${at}::text as position_at`;

function beyondSql(column: string, { backwards, at, id }: Position, conditions: Conditions): string {
  const position = `(${conditions.bind(at)}::timestamptz, ${conditions.bind(id)}::uuid)`;
  return `(${column}, id) ${backwards ? '>' : '<'} ${position}`;
}

function straight(list: KeysetList, { terms }: Conditions, { beyond, order, limit }: Way): string {
  return `select ${columnsOf(list)} from ${list.from} ${whereOf([...terms, beyond])} ${order} ${limit}`;
}

/**
 * Two ways in one statement, for no estimate tells them apart: what is frequent fills the page from the first rows of
 * the order, what is rare is cheap to collect by index and to sort. Left to itself the planner takes conditions for
 * independent, and walks the whole order for frequent ones that exclude each other (养老 among childcare institutions);
 * `offset 0` keeps the second way from walking. Only one of the ways answers.
 */
function eitherWay(list: KeysetList, indexed: Conditions, all: Conditions, way: Way): string {
  const { beyond, direction, order, limit } = way;
  const columns = columnsOf(list);
  return `with walked as materialized (
      select ${columns} from (select * from ${list.from} ${whereOf([beyond])} ${order} limit ${WALK}) first
       ${whereOf(all.terms)} ${order} ${limit}),
    full_page as materialized (select count(*) = ${list.limit + 1} as reached from walked)
    select * from (
      select * from walked where (select reached from full_page)
      union all
      (select ${columns} from (${foundBy([indexed, ...(list.besides ? [list.besides] : [])], list, beyond)}) found
        where not (select reached from full_page) ${order} ${limit})) either
     order by position_at collate "C" ${direction}, id ${direction}`;
}

function foundBy(ways: readonly Conditions[], { from }: KeysetList, beyond: string | undefined): string {
  return ways
    .map(({ terms }) => `(select * from ${from} ${whereOf([...terms, beyond])} offset 0)`)
    .join(' union all ');
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
