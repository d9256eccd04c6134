import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { retryAfter, toProblem } from './problem.failure';

/** The only place where a failure becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly methodsOf: (path: string) => readonly string[],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof NotFoundException && request.is404) {
      this.answerUnknownRoute(request, reply);
      return;
    }
    this.answer(error, request, reply);
  }

  /** Also for failures that Fastify meets before any route, e.g. an address that cannot be decoded. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, traceId: request.id }, 'request failed');
    if (reply.sent) return;
    const wait = retryAfter(problem, error);
    if (wait !== undefined) void reply.header('retry-after', wait);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('x-trace-id', request.id)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private answerUnknownRoute(request: FastifyRequest, reply: FastifyReply): void {
    const [path = ''] = request.url.split('?');
    const methods = this.methodsOf(path);
    if (methods.length > 0) void reply.header('allow', methods.join(', '));
    this.answer(refuse(methods.length > 0 ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND'), request, reply);
  }
}
