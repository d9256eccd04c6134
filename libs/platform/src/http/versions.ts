import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Version in `If-Match`, e.g. `"3"`. Undefined when the header is absent or `*`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined) throw refuse('STALE_VERSION');
  return Number(version);
});

/** @throws VERSION_REQUIRED (428) without a version, STALE_VERSION (412) when somebody was faster */
export function assertVersion(expected: number | undefined, actual: number): void {
  if (expected === undefined) throw refuse('VERSION_REQUIRED');
  assertVersionIfGiven(expected, actual);
}

export function assertVersionIfGiven(expected: number | undefined, actual: number): void {
  if (expected !== undefined && expected !== actual)
    throw refuse('STALE_VERSION', { currentVersion: actual });
}

/** Answers with the resource and its version as `ETag`. */
export function withEtag<T extends { readonly version: number }>(reply: FastifyReply, resource: T): T {
  void reply.header('etag', `"${resource.version}"`);
  return resource;
}
