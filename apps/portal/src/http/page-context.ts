import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Query = Readonly<Record<string, string | undefined>>;

/** What every page needs to know of the request it answers. */
export interface PageContext {
  /** 长辈版: larger, stronger, fewer choices, the same facts. */
  readonly elder: boolean;
  /** The data are invented (演示系统); every page says so. */
  readonly demo: boolean;
  /** Address of this page, without its query. */
  readonly path: string;
  readonly query: Query;
  /** The day in China on which the data were read. */
  readonly today: PlainDate;
  readonly traceId: string;
  /** A link inside the site; it keeps the chosen version also where cookies are refused. */
  href(path: string, query?: Query): string;
}

const COOKIE = 'zhaoguan_view';
const PARAMETER = 'view';
const YEAR_SECONDS = 31_536_000;

/** Reads the version (长辈版 or 标准版) from the address, else from the cookie; a choice in the address is remembered. */
export function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { now, demo }: { now: Date; demo: boolean },
): PageContext {
  const { [PARAMETER]: asked, ...query } = queryOf(request);
  const held = (request as FastifyRequest & { cookies?: Query }).cookies?.[COOKIE];
  const elder = (asked ?? held) === 'elder';
  if (asked !== undefined && (held === 'elder') !== elder) {
    void reply.header(
      'set-cookie',
      `${COOKIE}=${elder ? 'elder' : 'standard'}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`,
    );
  }
  return {
    elder,
    demo,
    path: pathOf(request),
    query,
    today: dateInShanghai(now),
    traceId: request.id,
    href: (path, parameters = {}) =>
      address(path, elder ? { ...parameters, [PARAMETER]: 'elder' } : parameters),
  };
}

/** Address of the same page in the other version. */
export function otherVersion(context: PageContext): string {
  return address(context.path, { ...context.query, [PARAMETER]: context.elder ? 'standard' : 'elder' });
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/';
}

/** Read from the address itself: of one that cannot be read Fastify gives no query. Of a parameter given twice the first counts. */
function queryOf(request: FastifyRequest): Query {
  const parameters = [...new URLSearchParams(request.url.split('?', 2)[1])];
  return Object.fromEntries(parameters.reverse());
}

function address(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
