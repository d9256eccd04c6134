import { hash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** Long enough to take the load of a crowd, short enough that a withdrawn record is gone within a minute. */
export const PUBLIC_CACHE = 'public, max-age=60';

/** Weak, for a proxy may compress the body. */
export function etagOf(body: string | Buffer): string {
  return `W/"${Buffer.from(hash('sha256', body), 'hex').toString('base64url').slice(0, 27)}"`;
}

/** Whether the client holds this very version already (RFC 9110 section 13.1.2, weak comparison). */
export function isKnown(request: FastifyRequest, etag: string): boolean {
  const held = request.headers['if-none-match'];
  if (held === undefined) return false;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return held.trim() === '*' || held.split(',').some((tag) => bare(tag) === bare(etag));
}

/** Public answers carry ETag and Cache-Control, so any HTTP cache can stand before them; what is known is not sent again. */
@Injectable()
export class PublicCacheInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        // Encoded once, for the hash, the length and the wire.
        const body = Buffer.from(JSON.stringify(answer));
        const etag = etagOf(body);
        void reply.header('etag', etag).header('cache-control', PUBLIC_CACHE);
        if (isKnown(request, etag)) {
          void reply.status(304);
          return undefined;
        }
        void reply.header('content-type', 'application/json; charset=utf-8');
        return body;
      }),
    );
  }
}
