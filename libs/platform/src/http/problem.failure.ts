import { HttpException } from '@nestjs/common';
import { isErrorCode, refuse, type ErrorCode } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { OptimisticLockVersionMismatchError, QueryFailedError } from 'typeorm';
import { sqlState } from '../database/pg-errors';
import { problemOf, type Problem } from './problem';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'MALFORMED_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_CONTENT_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** PostgreSQL refusals that are the caller's input, or a state that passes, not our fault. */
const BY_SQL_STATE: Readonly<Record<string, ErrorCode>> = {
  '22P02': 'MALFORMED_REQUEST', // invalid text representation, e.g. a bad UUID in the path
  '22003': 'MALFORMED_REQUEST', // number out of range
  '22007': 'MALFORMED_REQUEST', // not a date
  '22008': 'MALFORMED_REQUEST', // date out of range
  '22009': 'MALFORMED_REQUEST', // time zone out of range, e.g. the + of a year of six digits
  '22021': 'MALFORMED_REQUEST', // NUL byte in text
  '22P05': 'MALFORMED_REQUEST', // \u0000 in JSON
  '23503': 'CONFLICT', // names something that does not exist (any more)
  '23505': 'CONFLICT', // unique violation not foreseen by the use case
};

/** Classes and codes of SQLSTATE that say: the same request may succeed later. */
const PASSING = /^(08|53|57|40001$|40P01$|55P03$)/;
const PASSING_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
]);
/** pg and its pool give these failures no code. */
const PASSING_MESSAGES =
  /^(Connection terminated|timeout (exceeded|expired)|Client has encountered a connection)/;

/** The parser of uploads gives its failures no code either: what was sent is no multipart body, or only half of one. */
const BROKEN_UPLOAD =
  /^(Multipart: Boundary not found|The needle cannot |((Preamble|Part) terminated early due to )?[Uu]nexpected end of multipart data)/;

/** The answer to a failure. Anything unknown is a 500 with its trace id and no inner word. */
export function toProblem(error: unknown, traceId: string): Problem {
  const refusal = toRefusal(error);
  if (refusal && isErrorCode(refusal.code)) return problemOf(refusal.code, traceId, refusal);
  return problemOf('INTERNAL', traceId);
}

function toRefusal(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof OptimisticLockVersionMismatchError) return refuse('STALE_VERSION');
  if (isBrokenOff(error)) return refuse('MALFORMED_REQUEST');
  if (isPassing(error)) return refuse('SERVICE_UNAVAILABLE');
  const state = sqlState(error);
  if (state !== undefined) return refusalOfState(state, error);
  if (error instanceof Error && BROKEN_UPLOAD.test(error.message)) return refuse('MALFORMED_REQUEST');
  const status = statusOf(error);
  if (status === undefined || status >= 500)
    return status === 503 ? refuse('SERVICE_UNAVAILABLE') : undefined;
  if (isBadJson(error)) return refuse('MALFORMED_JSON');
  return refuse(BY_STATUS[status] ?? 'MALFORMED_REQUEST');
}

function refusalOfState(state: string, error: unknown): DomainError | undefined {
  // Row-level security stopped a write that the use case let through: the place is not the caller's.
  if (state === '42501' && /row-level security/.test((error as Error).message))
    return refuse('WRONG_DISTRICT');
  const code = BY_SQL_STATE[state];
  return code ? refuse(code) : undefined;
}

/** Whoever sends has gone before the request had come in whole. A connection of ours that breaks is told with the call that met it. */
function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  return code === 'ECONNRESET' && syscall === undefined && message === 'aborted';
}

/** The database is away, too busy, or the disk is full: 503, for the caller may try again. */
function isPassing(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null) return false;
  const { code, syscall, message } = cause as Partial<NodeJS.ErrnoException>;
  if (PASSING_CODES.has(code) || PASSING_MESSAGES.test(message ?? '')) return true;
  if (code === 'ENOENT' && syscall === 'connect') return true; // the database's Unix socket is gone
  return PASSING.test(sqlState(error) ?? '');
}

/** Status of a Nest HttpException or of an error raised by Fastify and its plugins. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

function isBadJson(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return (
    error instanceof SyntaxError ||
    (typeof code === 'string' && /^FST_ERR_CTP_(INVALID_JSON|EMPTY_JSON)/.test(code)) ||
    (error instanceof Error && /JSON/.test(error.message))
  );
}

const BUSY_SECONDS = 5;
const LIMITED_SECONDS = 60;
/** A paper is printed within seconds as a rule; asked for earlier, it is not there. */
const PRINTING_SECONDS = 10;

/** `Retry-After` of an answer that takes one: whole seconds, as the refusal says, else what is usual for its kind. */
export function retryAfter({ status, code }: Problem, error: unknown): string | undefined {
  if (code === 'PAPER_NOT_READY') return String(PRINTING_SECONDS);
  if (status !== 429 && status !== 503) return undefined;
  const { minutes, seconds } = error instanceof DomainError ? error.details : {};
  if (typeof seconds === 'number') return String(Math.max(1, Math.ceil(seconds)));
  if (typeof minutes === 'number') return String(minutes * 60);
  return String(status === 429 ? LIMITED_SECONDS : BUSY_SECONDS);
}
