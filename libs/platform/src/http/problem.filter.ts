import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isErrorCode, refuse, type ErrorCode } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { OptimisticLockVersionMismatchError } from 'typeorm';
import { sqlState } from '../database/pg-errors';
import { LOGGER } from '../tokens';
import { problemOf, type Problem } from './problem';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'MALFORMED_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** PostgreSQL refusals that are the caller's input, not our fault. */
const BY_SQL_STATE: Readonly<Record<string, ErrorCode>> = {
  '22P02': 'MALFORMED_REQUEST', // invalid text representation, e.g. a bad UUID in the path
  '22021': 'MALFORMED_REQUEST', // NUL byte in text
  '22P05': 'MALFORMED_REQUEST', // \u0000 in JSON
  '23505': 'CONFLICT', // unique violation not foreseen by the use case
  '57014': 'SERVICE_UNAVAILABLE', // statement timeout
  '53300': 'SERVICE_UNAVAILABLE', // too many connections
};

/** The only place where a failure becomes an answer. Anything unknown is a 500 with its trace id and no inner word. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, traceId: request.id }, 'request failed');
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    if (problem.status === 429) void reply.header('retry-after', retryAfter(error));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }
}

/** What people and programs are told of a failure. */
export function toProblem(error: unknown, traceId: string): Problem {
  const refusal = toRefusal(error);
  if (refusal && isErrorCode(refusal.code)) return problemOf(refusal.code, traceId, refusal);
  return problemOf('INTERNAL', traceId);
}

function toRefusal(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof OptimisticLockVersionMismatchError) return refuse('STALE_VERSION');
  const state = sqlState(error);
  if (state !== undefined) {
    const code = BY_SQL_STATE[state];
    return code ? refuse(code) : undefined;
  }
  const status = statusOf(error);
  if (status === undefined || status >= 500)
    return status === 503 ? refuse('SERVICE_UNAVAILABLE') : undefined;
  if (isBadJson(error)) return refuse('MALFORMED_JSON');
  return refuse(BY_STATUS[status] ?? 'MALFORMED_REQUEST');
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

function retryAfter(error: unknown): string {
  const minutes = error instanceof DomainError ? error.details['minutes'] : undefined;
  return typeof minutes === 'number' ? String(minutes * 60) : '60';
}
