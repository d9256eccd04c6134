import type { INestApplication } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Shows a failure to a visitor of the public pages, who is no program and can do nothing with a problem+json. */
export interface ErrorPages {
  show(error: unknown, request: FastifyRequest, reply: FastifyReply): void;
}

/** Injection token of {@link ErrorPages}; a process without public pages has none. */
export const ERROR_PAGES = Symbol('ERROR_PAGES');

export function findErrorPages(app: INestApplication): ErrorPages | undefined {
  try {
    return app.get<ErrorPages>(ERROR_PAGES, { strict: false });
  } catch {
    return undefined;
  }
}

/** Whether somebody asked for a page, as opposed to the interface. */
export function isForPeople({ url, method }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/');
}
