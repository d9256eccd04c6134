import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOGGER, retryAfter, toProblem, type ErrorPages } from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ErrorPage } from '../pages/error-page';
import { PageReplier } from './page-replier';

/** A failure of a page is told to people, in the frame they know, with the number they can give us. */
@Catch()
export class PageErrorFilter implements ExceptionFilter, ErrorPages {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly replier: PageReplier,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.show(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for an address that no page has been found for yet, because it cannot be read. */
  show(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, traceId: request.id }, 'page failed');
    if (reply.sent) return;
    const wait = retryAfter(problem, error);
    if (wait !== undefined) void reply.header('retry-after', wait);
    const context = this.replier.context(request, reply);
    this.replier.send(request, reply, ErrorPage({ context, problem }), { status: problem.status });
  }
}
