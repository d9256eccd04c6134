import {
  applyDecorators,
  Controller,
  createParamDecorator,
  UseFilters,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { PageContext } from './page-context';
import { PageErrorFilter } from './page-error.filter';
import type { PageOptions, PageReplier } from './page-replier';

/** A controller of public pages: open to everybody, failures in the site's own frame, absent from the interface document. */
export const PageController = (): ClassDecorator =>
  applyDecorators(Controller(), ApiExcludeController(), Public(), UseFilters(PageErrorFilter));

/** One visit: the request and its answer. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Fastify's request and reply of the page asked for. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
});

/** Builds the page for this visit and sends it. */
export async function answer(
  replier: PageReplier,
  { request, reply }: Visit,
  build: (context: PageContext) => Promise<VNode> | VNode,
  options?: PageOptions,
): Promise<void> {
  const context = replier.context(request, reply);
  replier.send(request, reply, await build(context), options);
}
