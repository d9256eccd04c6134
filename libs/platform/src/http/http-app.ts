import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { refuse, type ErrorCode } from '@zhaoguan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { AppConfig } from '../config';
import { NestLogger } from '../logging/nest-logger';
import { CONFIG } from '../tokens';
import { findErrorPages, isForPeople, type ErrorPages } from './error-pages';
import { isTooDeep } from './json-depth';
import { collectRoutes } from './method-not-allowed';
import { POLICY } from './policy';
import { problemOf } from './problem';
import { ProblemFilter } from './problem.filter';
import { UPLOAD_TYPE } from '../storage/resumable-uploads';
import { trustedProxies } from './trusted-proxies';
import { readRestBeforeAnswering } from './unread-body';
import { UPLOAD_LIMIT } from './upload';
import { validationPipe } from './validation';

const JSON_LIMIT = 1024 * 1024;
/** No identifier of the interface is longer; the answer beyond is 414. */
const MAX_PARAM_LENGTH = 200;

/** The HTTP shell that api, portal and standalone share; the caller listens on it. */
export async function createHttpApp(
  module: Type | DynamicModule,
  logger: Logger,
): Promise<NestFastifyApplication> {
  // The settings are read by the module, after the adapter has been made; until then no proxy is believed.
  let isTrusted: (address: string) => boolean = () => false;
  let methodsOf: (path: string) => readonly string[] = () => [];
  let pages = (): ErrorPages | undefined => undefined;
  const filter = new ProblemFilter(logger, (path) => methodsOf(path));
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    trustProxy: (address: string) => isTrusted(address),
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      // No hook runs for a request that has no route yet.
      setSecurityHeaders(request, reply);
      const shown = isForPeople(request) ? pages() : undefined;
      if (shown) shown.show(error, request, reply);
      else filter.answer(error, request, reply);
    },
    clientErrorHandler: answerUnreadable,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PARAM_LENGTH },
  });
  methodsOf = collectRoutes(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    // Partner platforms sign the bytes of a request, not what was read from them.
    rawBody: true,
  });
  const errorPages = findErrorPages(app);
  pages = () => errorPages;
  isTrusted = trustedProxies(app.get<AppConfig>(CONFIG).trustedProxies);
  await app.register(cookie);
  // One byte over is let in, so that FileStore refuses it with its own answer before the stream is cut.
  await app.register(multipart, { limits: { files: 1, fields: 10, fileSize: UPLOAD_LIMIT + 1, parts: 12 } });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(filter);
  refuseOtherBodies(app);
  leaveUploadsUnread(app);
  readRestBeforeAnswering(app.getHttpAdapter().getInstance());
  addSecurityHeaders(app);
  refuseDeepBodies(app);
  assertEveryRouteHasPolicy(app);
  return app;
}

/** Nest would take a form for an object without any of its fields, and Fastify a text for a body. */
function refuseOtherBodies(app: NestFastifyApplication): void {
  for (const type of ['application/x-www-form-urlencoded', 'text/plain'])
    app.useBodyParser(type, {}, (_request, _body, done) => done(refuse('UNSUPPORTED_CONTENT_TYPE')));
}

/** The bytes of a resumable upload are read by whoever takes them, as they come. */
function leaveUploadsUnread(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(UPLOAD_TYPE, (_request, _body, done) => done(null));
}

function addSecurityHeaders(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      setSecurityHeaders(request, reply);
      done();
    });
}

function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('x-content-type-options', 'nosniff');
  void reply.header('referrer-policy', 'same-origin');
  void reply.header('x-frame-options', 'DENY');
  void reply.header('x-trace-id', request.id);
  if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
    void reply.header('cache-control', 'no-store');
  }
}

/** Before anything walks the body by recursion: validation, the key of a repeated request, the log. */
function refuseDeepBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async (request) => {
      if (isTooDeep(request.body)) throw refuse('MALFORMED_REQUEST');
    });
}

/** What is no HTTP, or too long for a header, is answered on the bare connection: there is no request yet. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const code: ErrorCode =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'HEADERS_TOO_LARGE'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'REQUEST_TIMEOUT'
        : 'MALFORMED_REQUEST';
  const traceId = randomUUID();
  const problem = problemOf(code, traceId);
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-trace-id: ${traceId}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** @throws when a route says nothing about who may call it: denied by default, and found at start rather than in use. */
function assertEveryRouteHasPolicy(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const open: string[] = [];
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as object;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = (prototype as Record<string, unknown>)[name] as () => unknown;
      const isRoute = Reflect.hasMetadata('path', method);
      if (isRoute && !reflector.getAllAndOverride(POLICY, [method, metatype])) {
        open.push(`${metatype.name}.${name}`);
      }
    }
  }
  if (open.length > 0)
    throw new Error(`routes without a policy (@Public, @SignedIn or @Allow): ${open.join(', ')}`);
}
