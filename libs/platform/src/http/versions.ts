import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { refuse } from '@zhaoguan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

const versionOf = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined) throw refuse('STALE_VERSION');
  return Number(version);
});

/**
 * Version in `If-Match`, e.g. `"3"`, also told of in the OpenAPI document. Undefined when the header is absent or `*`.
 * @param need `required` where the use case asks for it by `assertVersion`
 */
export function IfMatch(need: 'optional' | 'required' = 'optional'): ParameterDecorator {
  return (controller, method, index) => {
    versionOf()(controller, method, index);
    if (method === undefined) return;
    const description = `读到的版本号，如 "3"；此后内容已被他人修改的，答 412${need === 'required' ? '，不带的，答 428' : ''}`;
    const header = ApiHeader({ name: 'If-Match', required: need === 'required', description });
    const handler = Object.getOwnPropertyDescriptor(controller, method);
    if (handler) header(controller, method, handler);
  };
}

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
