import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, CONFIG, type AppConfig } from '@zhaoguan/platform';
import { etagOf, isKnown, PUBLIC_CACHE } from '@zhaoguan/publication';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { contextOf, type PageContext } from './page-context';

export interface PageOptions {
  readonly status?: number;
  /** Answers what one visitor asked with something of their own: kept by nobody. */
  readonly unkept?: boolean;
  /** Sources of scripts and inline styles that this page alone may use, in the words of CSP. */
  readonly scripts?: string;
  readonly styles?: string;
}

/** Nothing is loaded but our style sheet, nothing is sent but to us; no page has a script but the one that verifies draws. */
function contentSecurityPolicy({ scripts, styles }: PageOptions): string {
  return [
    `default-src 'none'`,
    `style-src ${styles ?? `'self'`}`,
    `img-src 'self' data:`,
    ...(scripts === undefined ? [] : [`script-src ${scripts}`, `connect-src 'self'`]),
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Turns a page into an answer: HTML, headers, and nothing at all where the visitor holds this version already. */
@Injectable()
export class PageReplier {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  context(request: FastifyRequest, reply: FastifyReply): PageContext {
    return contextOf(request, reply, { now: this.clock.now(), demo: this.config.demo });
  }

  send(request: FastifyRequest, reply: FastifyReply, page: VNode, options: PageOptions = {}): void {
    const html = `<!doctype html>${renderToString(page)}`;
    const status = options.status ?? 200;
    void reply
      .header('content-security-policy', contentSecurityPolicy(options))
      .header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
      .header('vary', 'Cookie');
    if (status !== 200 || options.unkept === true || reply.hasHeader('set-cookie')) {
      // A failure must not be kept, and nobody else may be given this visitor's choice.
      void reply.header('cache-control', 'no-store');
    } else {
      const etag = etagOf(html);
      void reply.header('cache-control', PUBLIC_CACHE).header('etag', etag);
      if (isKnown(request, etag)) return void reply.status(304).send();
    }
    void reply.status(status).header('content-type', 'text/html; charset=utf-8').send(html);
  }
}
