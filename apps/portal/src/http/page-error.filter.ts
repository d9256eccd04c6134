import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOGGER, retryAfter, toProblem } from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ErrorPage } from '../pages/error-page';
import { PageReplier } from './page-replier';

/** A failure of a page is told to people, in the frame they know, with the number they can give us. */
@Catch()
export class PageErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly replier: PageReplier,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, traceId: request.id }, 'page failed');
    if (reply.sent) return;
    const wait = retryAfter(problem, error);
    if (wait !== undefined) void reply.header('retry-after', wait);
    const context = this.replier.context(request, reply);
    this.replier.send(request, reply, ErrorPage({ context, problem }), { status: problem.status });
  }
}
